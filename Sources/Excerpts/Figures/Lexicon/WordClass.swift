import Prose

/// What a word does in a sentence, as far as figures care: a closed-class lexicon written for
/// this project. Words it does not know are taken for nouns or adjectives.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  static let determiner = WordClass(rawValue: 1)
  static let pronoun = WordClass(rawValue: 2)
  static let preposition = WordClass(rawValue: 4)
  static let conjunction = WordClass(rawValue: 8)
  static let auxiliary = WordClass(rawValue: 16)
  /// A finite form, or a base form that is seldom a noun.
  static let verb = WordClass(rawValue: 32)
  static let adverb = WordClass(rawValue: 64)
  /// Today, last, ago, Monday: words that begin a time and end a noun phrase.
  static let time = WordClass(rawValue: 128)
  static let month = WordClass(rawValue: 256)
  static let weekday = WordClass(rawValue: 512)
  /// Rises, gained, higher.
  static let up = WordClass(rawValue: 1024)
  /// Falls, lost, lower.
  static let down = WordClass(rawValue: 2048)
  /// Says, told, reported.
  static let saying = WordClass(rawValue: 4096)
  /// A plural without -s.
  static let plural = WordClass(rawValue: 8192)
  /// Page, section, flight: a number after it is a name.
  static let label = WordClass(rawValue: 16384)
  /// Street, avenue.
  static let street = WordClass(rawValue: 32768)
  /// Words that a noun phrase leaves out between a number and its noun: more, other, of.
  static let filler = WordClass(rawValue: 65536)
  /// Words that bound a number: about, over, nearly.
  static let hedge = WordClass(rawValue: 131_072)
  /// Nouns that say a change: drop, rise.
  static let changeNoun = WordClass(rawValue: 262_144)

  /// Words that no noun phrase holds after a number.
  static let closed: WordClass = [
    .determiner, .pronoun, .preposition, .conjunction, .auxiliary, .adverb, .time, .weekday,
    .month,
  ]

  static let table = WordTable<WordClass>(
    entries(.determiner, determiners) + entries(.pronoun, pronouns)
      + entries(.preposition, prepositions) + entries(.conjunction, conjunctions)
      + entries(.auxiliary, auxiliaries) + entries(.verb, verbs) + entries(.adverb, adverbs)
      + entries(.time, times) + entries(.month, months) + entries(.weekday, weekdays)
      + entries([.up, .verb], risingVerbs) + entries([.down, .verb], fallingVerbs)
      + entries(.up, risingWords) + entries(.down, fallingWords)
      + entries([.saying, .verb], sayings) + entries(.plural, plurals) + entries(.label, labels)
      + entries(.street, streets) + entries(.filler, fillers) + entries(.hedge, hedges)
      + entries(.changeNoun, changeNouns),
    merge: { $0.union($1) })

  private static func entries(_ wordClass: WordClass, _ list: String) -> [(String, WordClass)] {
    WordList.words(of: list).map { ($0, wordClass) }
  }
}

private let determiners = """
  the a an this that these those his her its their our my your some any each every no another
  both either neither all whose
  """
private let pronouns = """
  i you he she it they we me him them us who whom which what that this these those himself
  herself itself themselves ourselves myself yourself anyone everyone someone nobody everybody
  anything everything something nothing others i'm it's he's she's they're we're you're i've
  they've we've you've i'd he'd she'd they'd we'd i'll he'll she'll they'll we'll theyre youre
  whoever there here that's there's here's mine ours theirs hers yours let's
  """
private let prepositions = """
  of in on at by for from with to into onto over under after before since until till during
  between among amongst against about around through throughout across within without via per
  despite towards toward upon off than as like unlike above below behind beyond beside besides
  near inside outside along amid following including excluding except versus vs plus minus
  compared because due according regarding concerning
  """
private let conjunctions = """
  and or but nor while whilst because although though if when whenever where whereas whether so
  than that yet unless once & before after since until as how why
  """
private let auxiliaries = """
  is are was were be been being am has have had having do does did will would can could may might
  must shall should cannot can't won't don't doesn't didn't isn't aren't wasn't weren't hasn't
  haven't hadn't wouldn't couldn't shouldn't ain't dont doesnt didnt isnt arent wasnt
  """
private let verbs = """
  said says say went goes go came comes come got gets get made makes make took takes take gave
  gives give saw sees found finds find kept keeps keep held holds hold left leaves leave led leads
  met meets paid pays pay sold sells sell bought buys buy sent sends send spent spends spend stood
  stands won wins win lost loses lose ran runs began begins begin became becomes become brought
  brings bring built builds build chose chooses drew draws drove drives ate fell felt fought flew
  forgot froze grew hid hit hits hurt hurts kept knew knows know laid lays let lets lay lent meant
  means put puts quit read rose sat shot shut slept sought spoke struck swore taught tore thought
  thinks think threw told tells tell understood woke wore wrote writes wants want needs need wanted
  seems seem appears appear remains remain includes include included requires require allows allow
  provides provide provided serves served serve costs cost ranges ranged features featured boasts
  contains contain weighs weighed weigh measures measured measure totals totaled totalled averages
  averaged stands reaches reached reach hits exceeds exceeded exceed tops topped equals equal dies
  died die lives lived live works worked work uses used use moves moved move starts started start
  ends ended plans planned expects expected expect offers offered raises raised raise earns earned
  earn scores scored plays played play shows showed shown adds added faces faced follows followed
  called calls call given taken seen been gone done known sold built sent held won come become
  kills killed wounds wounded injures injured arrested arrests employs employed employ owns owned
  own claims claimed warns warned finishes finished gets sees say account accounts accounted
  represents represented sits sat carries carried carry lasts lasted happens happened looks
  looked look turns turned turn opens opened closes closed closing visits visited launched launches
  attended attracts attracted receives received receive returns returned helps helped help hired
  hires hire produces produced produce delivers delivered features brings proves proved passed
  lies passes travels traveled travelled rushed caught catches completed threw netted struggles accepts
  voted votes vote drops dropped pled pleaded estimates estimated backed backs filed files
  """
private let adverbs = """
  not also now then just only even still already ever never often sometimes usually always again
  soon later earlier ago too very much rather quite almost nearly about around approximately
  roughly exactly precisely barely hardly scarcely merely simply actually really currently recently
  previously formerly initially originally eventually finally meanwhile however therefore thus
  instead together apart away back forward forth up down out off over alone respectively overall
  annually yearly monthly weekly daily altogether perhaps maybe probably possibly likely nationwide
  worldwide globally well ahead abroad twice thrice once else anyway further early late so far
  combined ahead apiece yet fewer less
  """
private let times = """
  today yesterday tomorrow tonight last next ago earlier later now recently currently afterwards
  afterward
  """
private let months = """
  january february march april may june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec
  """
private let weekdays = """
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
  """
private let risingVerbs = """
  rise rises rose risen rising gain gains gained gaining jump jumps jumped jumping climb climbs
  climbed climbing surge surges surged surging soar soars soared soaring increase increases
  increased increasing grow grows grew grown growing advance advances advanced advancing rally
  rallies rallied rallying spike spikes spiked spiking skyrocket skyrocketed double doubles doubled
  doubling triple tripled triples tripling quadruple quadrupled rebound rebounds rebounded
  strengthened appreciated leapt leap leaped leaps boost boosts boosted boosting accelerated
  expanded expand expands rocketed swelled ballooned popped edged ticked improve improved inched
  hiked hike bumped widened widens mounted multiplied
  """
private let fallingVerbs = """
  fall falls fell fallen falling drop drops dropped dropping decline declines declined declining
  decrease decreases decreased decreasing slide slides slid sliding plunge plunges plunged plunging
  plummet plummets plummeted plummeting tumble tumbles tumbled tumbling sink sinks sank sunk sinking
  slip slips slipped slipping shrink shrinks shrank shrunk shrinking dip dips dipped dipping lose
  loses lost losing shed sheds shedding crash crashed crashes cut cuts cutting reduce reduces
  reduced reducing slump slumps slumped slumping retreat retreated retreats weaken weakened
  depreciated halved halve halves contract contracted contracts slash slashed slashes eased ease
  eases lowered lower slowed trimmed dived dove dive collapsed tanked
  narrowed narrows thinned dwindled receded
  """
private let risingWords = "up higher more greater larger bigger longer upward upwards faster above"
private let fallingWords = "down lower less fewer smaller shorter cheaper downward downwards below"
private let sayings = """
  said says say told tells tell announced announces reported reports estimated estimates claimed
  claims warned warns added adds noted notes wrote writes showed shows show found finds revealed
  reveals suggested suggests indicated indicates predicted predicts forecast forecasts confirmed
  confirms argued argues explained explains promised ruled suggests calculated acknowledged insisted believes believe
  pledged pledges reckon reckons reckoned expect projected projects projecting expects concluded testified admitted acknowledged disclosed
  """
private let plurals = """
  people men women children feet teeth mice geese police staff cattle fish sheep deer crew personnel
  folk aircraft spacecraft personnel lives wives knives leaves halves data media bacteria criteria
  phenomena youth businesswomen businessmen fishermen policemen firefighters congressmen lawmakers
  troops kids refugees migrants vehicles headquarters series species species offspring
  """
private let labels = """
  page pages chapter section sections article articles clause rule route flight room level phase
  stage type grade class version step episode season number no nos category tier unit lot gate line
  act bill vitamin table group district part volume vol round game channel interstate highway zone
  platform title proposition prop amendment resolution directive regulation iso model mark series
  windows formula apollo fortune area sector pier terminal studio building apt apartment suite ward
  precinct station week day chapter verse psalm question item exhibit appendix annex box lane bus
  track state's op sonata symphony rank ranked ranking seed paragraph photo image slide size
  """
private let streets = """
  street st avenue ave road rd lane drive boulevard blvd way court place square terrace close
  crescent parkway pkwy highway hwy broadway quay steps mews row gardens grove walk
  """
private let fillers =
  "more additional other further extra of separate different whole full total few many several various most very such own"
private let hedges = """
  about around approximately roughly nearly almost some over under above below approx circa close
  virtually practically an estimated
  """
private let changeNouns = """
  drop fall rise increase decrease decline gain loss jump slump surge slide plunge dip hike cut
  reduction growth rally boost discount improvement rebound spike change swing
  """
