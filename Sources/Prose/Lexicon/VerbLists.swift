// Verbs by their bases. A star doubles the last letter in "-ed" and "-ing": "quip*" gives
// "quipped". Irregular forms stand with the other word lists.

/// Verbs that report what somebody said, wrote or is taken to think.
let speechVerbBases = """
  accuse acknowledge add admit* advise affirm agree allege announce answer appeal argue ask assert
  assure attack bark beg* belittle bemoan berate blast blog* boast brag* call caution challenge
  characterize characterise charge chide claim clarify comment complain concede conclude condemn
  confess confide confirm congratulate contend continue counter criticize criticise crow cry
  declare decry demand denounce deny deride describe disclose dismiss dispute dub* echo elaborate
  emphasize emphasise encourage estimate exclaim explain express extol* fume gripe groan grumble
  gush hail hint implore imply indicate inform inquire insinuate insist instruct interject
  interrupt intone joke label lament lash laugh lecture lie lobby* mention moan mock mumble murmur
  mutter muse note object observe offer opine order persist plead pledge point post praise preach
  predict press proclaim promise pronounce propose protest quip* quote rail rant rave reassure rebuff
  rebuke rebut* recall recite recommend recount reflect refute reiterate reject relate remark
  remember remind reply report repeat request respond retort retweet reveal ridicule roar sass scoff
  scold scream shout shriek sigh slam* snap* sneer speculate state stress suggest summarize summarise
  surmise suspect sum* swear tease testify text theorize thank thunder tout trumpet tweet urge utter
  venture vent voice volunteer vow wail warn whine whisper wonder worry yell yelp blame lambaste
  laud liken mimic cite brand title argue chant conclude contend discuss email fret fire
  guess howl hypothesize hope ponder prophesy question reason recollect rejoin specify
  stipulate tell trash underscore
  """

/// Verbs that often follow the subject of a sentence with quoted words in it.
let otherVerbBases = """
  accept achieve act address adopt aim allow appear apply approach approve arrive attempt attend
  avoid back base beat believe block boost bring bust cancel* care carry cast cause celebrate change
  chair cheer choose circulate clash climb close coin collect commit* compare compete complete
  concern conduct consider consist contain contrast control* convince cover create credit cross cut
  damage dare deal decide decline defend deliver depict deploy deserve despise detail determine
  develop differ direct discover display doubt draft draw drive drop* earn emerge employ enable end
  endorse enjoy ensure enter escape evoke examine exist expect exploit explore face fail fear
  feature fight figure file fill fit* focus follow force gain generate govern grant handle happen hate head
  help hire hit* honor host identify ignore imagine improve include increase indict inspire intend
  introduce invest investigate invite invoke involve issue join judge jump justify kick kill knock
  lack land launch learn leave lift like link list listen live long look love maintain manage march mark
  marvel matter measure miss monitor move name need nominate obtain occur oppose own paint pass pause
  perform pick place plan* play portray pose praise prefer* prepare present pressure prevent
  produce promote prompt propel* protect prove provide publish pull push raise reach react realize
  receive reckon record reduce refer* refuse regard register regret* release rely remain remove render
  replace represent require resign resist rest resume retire return ride rise roll root rule sack
  sail scare schedule score search seem sense serve settle share shift show sign smear smile
  sound spark spur* stand start stay stop* strike study submit* succeed sue suffer support surprise
  survive suspend swing switch talk target test threaten tie touch toss trade train travel treat
  trigger trust try turn unveil use view violate visit vote wait walk want watch welcome wish
  wield win work yearn sought circulate sport star* urge feel agree warn tackle tap* slip* sit spend
  """
