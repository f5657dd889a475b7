/**
 * @file Given names that nearly always go with one pronoun: the weakest hint at how a script refers to somebody, used where the
 * text itself never says he or she.
 */
const names = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const NAMES_OF_SHE = names(`
  agnes alice amanda amelia amy anna anne annie barbara beatrice bella beth bridget bridie camille carla carmen caroline catherine cecilia charlotte chiara
  chloe clara claire claudia cora cordelia daisy daniela deborah diana dolores dorothy draga edith elena eleanor elisa elise elizabeth ella ellen emily emma
  erica esther eva eve fatima fiona flora florence frances gabriela georgia gina giulia gloria grace greta hannah harriet helen helena heidi hester ida ines
  ingrid irene iris isabel isla ivy jane janet jasmine jenny jessica joan joanna josephine judith julia juliet karen kate katherine katja laura leila lena
  lily linda lisa lola louise lucia lucy lydia magda maggie mara margaret margot maria marie marta martha mary matilda maya megan mei mercedes mia milena
  miriam molly monica nadia nancy naomi natalia nina nora noor olga olivia patricia paula penelope petra phoebe priya rachel rebecca rita rosa rose rosie ruby
  ruth sally samantha sandra sara sarah selma silvia simone sofia sonia sophia sophie stella susan svetlana sylvia tania teresa tessa ursula valentina vera
  victoria viola violet virginia vivian wanda wendy yasmin yuki yvonne zoe
`);

export const NAMES_OF_HE = names(`
  adam ahmed alan albert alexander alfred ali andrew angus anselm anthony antonio arthur ben benjamin benny bernard bill bob boris brian bruce carl carlos charles
  christopher colin daniel dario david dennis diego dieter dmitri donald douglas duncan edgar edmund edward eric ernest felix fernando francis frank fred
  gareth gavin george gerald giovanni gordon graham gregory gustav hamish hans harold harry hassan hector henry herbert howard hugh hugo ian igor ivan jack
  jacob jakob james jan jason javier jean jeff jeremy jim joe john jonah jonathan jorge jose joseph juan julian jurgen karl keith kenneth kevin klaus lars laurence
  leo leon leonard lewis lorenzo louis luca lucas luis luke malcolm manuel marco marcus mario mark martin matthew max michael miguel mike mohammed nathan neil
  nicholas nigel noah oliver omar oscar otto owen pablo patrick paul pavel pedro peter philip pierre rafael ralph raymond richard robert roger roland ronald
  rory roy rufus samuel seamus sean sebastian sergei simon stanley stefan stephen steven stuart teo theo theodore thomas tim timothy tobias tom tony ulrich victor
  vincent vladimir walter wilf wilfred will william yusuf
`);
