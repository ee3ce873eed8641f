// The words the finders know by heart, by class. Closed classes, offices, kinds of writing and
// common given names; chosen by hand, not taken from any corpus.

let englishWordLists: [(WordClasses, String)] = [
  (
    .determiner,
    """
    the a an this that these those some many several few most all any each every no both another
    other others various numerous such one two three half more much certain
    """
  ),
  (
    .possessive,
    """
    his her their its my our your whose
    """
  ),
  (
    .preposition,
    """
    of in on at by with from to for about after before against among amid around as between
    during despite including into like near off onto out over per since through throughout
    toward towards under until upon versus via within without behind above below across along
    alongside beyond besides concerning regarding following than up down because
    """
  ),
  (
    .subjectPronoun,
    """
    he she they it i we you who one someone somebody everyone everybody nobody anyone nothing
    everything something anything others
    some many another which both
    """
  ),
  (
    .objectPronoun,
    """
    him them me us himself herself themselves itself myself ourselves
    """
  ),
  (
    .firstPerson,
    """
    i we you i'm we're my our it's don't i've we've me us
    """
  ),
  (
    .auxiliary,
    """
    is was are were be been being am has have had having will would can could may might must
    shall should do does did don't doesn't didn't isn't wasn't aren't weren't won't wouldn't
    can't cannot couldn't shouldn't hasn't haven't hadn't he's she's it's they're we're i'm
    they've i've we've he'd she'd they'd i'd let's
    """
  ),
  (
    .negation,
    """
    not never neither nor
    """
  ),
  (
    .speechVerb,
    """
    said say says saying told tells telling wrote writes write writing written tweets swore
    sworn spoke speaks speak speaking read reads reading shot asked goes went put puts thinks
    think thought thinking believes believed feels felt knows knew sees saw quoth cried spoken
    quoted heard sings sang holds held maintains maintained insists finds found laid makes made
    gave gives taunted taunts shrugged joked jokes wished hears tells claims sagt sagte meinte
    erklärte teilte schrieb betonte dit déclaré affirme affirmé explique expliqué ajoute ajouté
    estime dijo dice afirmó explicó señaló aseguró añadió declaró
    """
  ),
  (
    .verb,
    """
    began begun begins become became becomes came comes come got gets get getting took takes
    take taken taking kept keeps keep led leads lost loses met meets meet ran runs run running
    sent sends set sets stood won wins brought broke built bought caught drew driven fell fallen
    fought forgot grew heard hit hung knew laid left let lit meant paid rode rose sat sold
    sought spent stuck struck swept taught threw understood wore winning sees seeing seen shown
    gone going doing done made making giving given lays hurt
    """
  ),
  (
    .adverb,
    """
    ever cost say including according additionally furthermore moreover nevertheless
    also just only still then now later again even once first recently repeatedly publicly once
    twice often always already yet too very so however instead meanwhile previously earlier
    yesterday today tonight tomorrow soon quickly simply thus therefore indeed perhaps maybe
    together there here further rather quite almost ago away back well long eventually finally
    initially
    """
  ),
  (
    .conjunction,
    """
    and or but nor yet while when where although though if unless because plus so & whereas once
    """
  ),
  (
    .complementiser,
    """
    that whether if how why what
    """
  ),
  (
    .relative,
    """
    who which whom whose that
    """
  ),
  (
    .number,
    """
    one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds
    thousand thousands million millions billion
    """
  ),
  (
    .title,
    """
    mr mrs ms miss dr sen sens rep reps gov govs president vice-president vice prime minister
    senator representative governor mayor judge justice secretary sir lord lady dame prof
    professor general gen col colonel lt capt captain sgt sergeant major maj adm admiral king
    queen prince princess pope cardinal bishop archbishop rev reverend pastor father sister
    rabbi imam chief chancellor chairman chairwoman chair speaker congressman congresswoman
    councilman councilwoman assemblyman ambassador attorney sheriff officer detective inspector
    coach commissioner director dr detective sheikh ayatollah baroness baron mp deputy herr frau
    monsieur madame señor señora
    """
  ),
  (
    [.title, .abbreviation],
    """
    mr mrs ms dr sen sens rep reps gov govs prof gen col lt capt sgt maj adm rev hon st supt
    insp det
    """
  ),
  (
    .abbreviation,
    """
    jr sr vs inc ltd corp co jan feb mar apr jun jul aug sept sep oct nov dec no ariz calif colo
    conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn
    tenn tex va vt wash wis wyo d-n r-n univ dept etc e.g i.e messrs cf al
    """
  ),
  (
    .nameSuffix,
    """
    jr sr ii iii iv jnr snr
    """
  ),
  (
    .nameParticle,
    """
    de van von der den del della di da dos la le du al el bin ibn ben ter ten af zu y 't mac st
    """
  ),
  (
    [.person, .masculine],
    """
    spokesman chairman congressman businessman man gentleman policeman fireman councilman
    assemblyman guy boy father dad king prince son brother husband grandfather uncle actor
    boyfriend nephew frontman cameraman salesman frontman sportsman craftsman
    """
  ),
  (
    [.person, .feminine],
    """
    spokeswoman chairwoman congresswoman businesswoman woman lady policewoman councilwoman girl
    mother mom mum queen princess daughter sister wife grandmother aunt actress girlfriend niece
    heroine widow waitress midwife
    """
  ),
  (
    [.person, .plural, .withheld],
    """
    officials sources aides insiders advisers advisors spokesmen spokespeople investigators
    prosecutors operatives strategists allies associates friends colleagues people witnesses
    employees staffers diplomats executives lawmakers authorities
    """
  ),
  (
    [.person, .withheld],
    """
    official source aide insider adviser advisor investigator operative strategist ally
    associate friend colleague witness employee staffer diplomat executive lawmaker bystander
    whistleblower informant passer-by resident neighbour neighbor
    """
  ),
  (
    [.person, .plural],
    """
    critics supporters opponents experts analysts observers economists scientists researchers
    lawyers attorneys doctors police voters republicans democrats conservatives liberals
    activists protesters demonstrators residents students teachers parents workers leaders
    members reporters journalists editors authors writers senators governors judges candidates
    politicians presidents ministers managers consultants commentators scholars historians
    professors veterans soldiers troops officers victims fans players users readers viewers
    delegates donors lobbyists pundits moderators hosts anchors women men children families
    americans ukrainians russians britons immigrants migrants refugees evangelicals progressives
    moderates participants attendees pollsters bankers traders investors clinicians campaigners
    unions ministers mps tories councillors staff crowd audience guests panelists commenters
    rivals relatives detectives relatives nurses farmers tenants drivers owners spokespersons
    regulators hackers rebels jurors shareholders customers passengers pupils
    """
  ),
  (
    .person,
    """
    spokesperson critic supporter opponent expert analyst observer economist scientist
    researcher lawyer attorney doctor physician voter republican democrat conservative liberal
    activist protester demonstrator student teacher parent worker leader member reporter
    journalist editor author writer senator governor judge candidate politician president
    minister manager consultant commentator scholar historian professor veteran soldier officer
    victim fan player user reader viewer delegate donor lobbyist pundit moderator host anchor
    nominee frontrunner front-runner hopeful billionaire mogul tycoon magnate celebrity star
    comedian singer director producer founder owner chief head boss chair secretary ambassador
    mayor columnist contributor correspondent narrator pollster coach captain striker defender
    goalkeeper midfielder teammate champion winner defendant plaintiff prosecutor juror clerk
    councillor campaigner banker trader investor farmer driver nurse surgeon psychologist
    biologist physicist astronomer engineer developer designer artist painter poet novelist
    librarian curator pilot sailor fisherman landlord tenant shopkeeper baker chef immigrant
    refugee texan neurosurgeon surrogate deputy commander sheriff detective constable inspector
    marine general colonel pastor priest bishop rabbi imam monk nun pope person child teenager
    pensioner retiree customer shareholder passenger applicant commissioner chancellor premier
    speaker whip backbencher peer mp treasurer accountant auditor regulator user poster caller
    guest panelist moderator questioner interviewer respondent attendee volunteer organizer
    organiser intern entrepreneur climber runner swimmer cyclist jockey umpire referee hacker
    """
  ),
  (
    [.person, .relation],
    """
    lawyer attorney wife husband brother sister son daughter father mother mom dad friend aide
    ally manager spokesman spokeswoman spokesperson colleague neighbor neighbour doctor boss
    partner widow cousin uncle aunt nephew niece biographer agent mentor running-mate rival
    opponent predecessor successor parents supporters lawyers allies advisers aides coach
    """
  ),
  (
    .document,
    """
    statement report letter book memoir email e-mail memo message article editorial column essay
    post blog tweet tweets ad advertisement commercial poll survey study petition complaint
    lawsuit filing indictment affidavit document documents transcript review release resolution
    bill law statute act code constitution amendment article ruling opinion decision verdict
    brief motion agreement contract treaty charter manifesto platform website site page headline
    caption sign banner poster placard slogan ad video clip footage recording audio film movie
    song lyrics speech remarks excerpt excerpts note notes text script newspaper magazine paper
    story account press dispatch bulletin notice summary analysis findings dossier emails
    letters reports documents flyer leaflet brochure mailer pamphlet motto
    """
  ),
  (
    .organisation,
    """
    campaign agency committee department council court police government company union party
    group team office administration ministry association organization organisation firm bank
    university school institute foundation commission board bureau network publication outlet
    coalition parliament congress senate house court embassy military army navy hospital church
    charity club league federation regulator watchdog newspaper magazine corporation authority
    service trust panel jury prosecution defense defence opposition leadership airline retailer
    manufacturer carmaker startup lender insurer supermarket theatre museum think-tank nonprofit
    pac super-pac delegation union media establishment intelligence
    """
  ),
  (
    .organisationName,
    """
    council committee university department ministry times post news agency service inc corp co
    ltd llc plc bank group party court senate house congress association institute foundation
    commission board bureau union college school press journal tribune herald magazine network
    radio tv cnn bbc nbc abc cbs msnbc fbi cia nra nato un eu gop aclu dnc rnc pac center centre
    society club league federation street pentagon kremlin police authority trust office
    campaign administration government company airlines partners capital politico reuters
    bloomberg breitbart guardian observer telegraph independent npr ap
    """
  ),
  (
    .naming,
    """
    titled entitled called so-called dubbed named labeled labelled known termed word words
    phrase term nicknamed nickname hashtag meaning moniker chant mantra slogan title label self-
    described self-proclaimed self-styled proverbial quote-unquote headlined tagged literally
    translated expression motto adjective
    """
  ),
  (
    .work,
    """
    film movie song book novel album show series play musical drama documentary sitcom painting
    single episode hit ballet opera poem game sequel thriller comedy magazine bestseller memoir
    podcast program programme video website column exhibition anthem tune
    """
  ),
  (
    .calendar,
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept oct nov
    dec
    """
  ),
  (
    .time,
    """
    today yesterday tonight tomorrow week month year morning afternoon evening night day weekend
    monday tuesday wednesday thursday friday saturday sunday earlier later recently weeks months
    years days hours minutes moment time
    """
  ),
  (
    .masculine,
    """
    he him his himself mr sir king prince lord father pope baron herr monsieur señor congressman
    chairman spokesman imam rabbi
    """
  ),
  (
    .feminine,
    """
    she her hers herself mrs ms miss lady dame queen princess sister baroness frau madame señora
    congresswoman chairwoman spokeswoman actress
    """
  ),
  (
    .plural,
    """
    they them their themselves we us our these those many some several both others few
    """
  ),
  (
    .adjective,
    """
    former senior top chief young old new veteran longtime long-time leading prominent
    influential anonymous unnamed retired current republican democratic conservative liberal
    american british russian ukrainian french german chinese israeli local federal national
    international political presidential military legal financial public private white black
    hispanic muslim christian jewish independent unidentified fellow deputy assistant associate
    acting interim late great own good big first second last next same other key high high-
    ranking high-level one-time then-candidate then early recent several top-ranking
    """
  ),
  (.masculineName, commonMasculineNames),
  (.feminineName, commonFeminineNames),
]
