// Common given names of the English-speaking world and its news. They tell "he" from "she" and
// names from other capitalised words; a name in neither list is simply not known.

let commonMasculineNames = """
  james john robert michael william david richard joseph thomas charles christopher daniel matthew
  anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward
  jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan jon stephen larry justin scott
  brandon benjamin ben samuel sam gregory greg frank alexander raymond patrick jack dennis jerry
  tyler aaron jose adam nathan henry douglas doug zachary peter kyle walter ethan jeremy harold
  keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe
  jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent
  russell elijah louis bobby philip phillip johnny bill bob mike jim tom tim dan dave steve ted
  rick ron chris matt tony ed rob ken jimmy barack bernie marco jeb mitt newt rand rupert boris
  vladimir dmitry sergei sergey volodymyr oleg igor ivan mikhail nikolai alexei yuri viktor andrei
  mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim yusuf abdul khalid mustafa
  carlos luis jorge pedro miguel antonio francisco javier rafael fernando manuel pablo diego
  alejandro hans klaus jürgen wolfgang günter heinz olaf friedrich franz stefan jean pierre jacques
  michel françois emmanuel alain philippe laurent marcel nicolas giuseppe giovanni matteo silvio
  marek jan piotr lech andrzej xi wei jun ming hiroshi kenji shinzo narendra rahul sanjay raj
  imran benjamin bibi isaac moshe avi recep liam oliver harry jacob charlie oscar leo archie alfie
  freddie theo hugo callum angus ewan gareth rhys dylan nigel keir rishi sadiq graham stuart neil
  colin ian derek trevor geoffrey geoff clive barry howard leonard norman stanley martin simon
  lindsey chuck mitch harry reince corey roger lou glenn rush tucker anderson wolf jake hugh ross
  brad todd chad craig dean curtis darren lance dwayne lester marvin melvin clarence clyde earl
  eddie fred gordon gilbert herbert herman jamie julian lloyd luke marcus mario max maurice morris
  nathaniel neal oscar otto perry randall reginald rodney roland ross rudy ruben salvador sidney
  spencer ted theodore tommy travis troy victor vernon virgil wallace warren wesley sheldon woody
  evan garrett ray seth stan barney levi kanye jay cory denis pat bret brett clint cody curt damian
  """

let commonFeminineNames = """
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret
  sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca
  sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha
  katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia
  joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah
  jacqueline martha gloria teresa ann anne sara madison frances kathryn janice jean abigail alice
  julia judy sophia sophie grace denise amber doris marilyn danielle beverly isabella theresa diana
  natalie brittany charlotte marie kayla alexis lori hillary chelsea melania ivanka carly megyn
  kellyanne sally jane kate katie kathy sue becky debbie wendy tina tracy robin gina dana jill erin
  holly monica april tara kristen kristin claire fiona nicola theresa priti liz angela ursula
  christiane annegret sabine petra monika heike anja brigitte simone ségolène nathalie isabelle
  sylvie céline élise marine carmen ana lucia sofia elena irina olga natasha svetlana tatiana
  ekaterina oksana yulia nadia fatima aisha layla leila zainab maryam yasmin priya indira sonia
  meera anita mei ling yoko keiko park sinead siobhan niamh aoife bronwen rhian cerys eilidh kirsty
  shona morag amelia isla ava mia ella freya poppy florence daisy phoebe rosie molly lucy chloe
  ellie zoe naomi esther miriam judy valerie veronica vanessa tiffany tamara sylvia stella sheila
  rosemary rosa roberta rita regina phyllis peggy paula pauline norma nina nora michele marlene
  marcia maggie lorraine loretta lillian leslie laurie kim kay june josephine jo jeanne jeanette
  ivy irene ida hilary harriet gwen geraldine gail florence felicia eva erica ellen elaine eileen
  edith dolores dianne daphne crystal connie colleen clara cindy celia caroline candice camille
  bonnie bernice bernadette beatrice audrey arlene antonia annette annie allison alison alicia
  adrienne ada gayle huma cheri debbie katrina savannah susana elise whitney beyonce oprah miley
  """
