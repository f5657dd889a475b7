/**
 * @file Commonest words of languages written in Latin letters, the little ones that hold sentences together and some that films are full
 * of. Written for this package. What recognises languages learns from them alone.
 */

/** Languages in Latin letters that are told apart. */
export type LatinLanguage = 'en' | 'fr' | 'de' | 'es' | 'it' | 'pt' | 'nl';

/** The words, in small letters. */
export const FUNCTION_WORDS: Readonly<Record<LatinLanguage, readonly string[]>> = {
  en: words(
    `the of and to a in is you that it he was for on are as with his they i at be this have from or one had by but not what all were we when your can
     said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two
     more go see no way could my than been who its now did get come made may over new take only little work know place me back give most very after our
     just name good man think say great where help through much before right too any same tell want show also around door here never something nothing
     please sorry yes don't i'm it's that's can't won't didn't you're we're they're let's isn't wasn't he's she's what's walks sits stands turns looks
     room night day street head eyes hand car house away behind toward still again down off why must should always mother father woman home love life
     god thing people really maybe thank everything someone anything went going stop wait leave`,
  ),
  fr: words(
    `le la les de des du un une et à en est que qui dans pour pas sur se ce il elle on nous vous ils elles je tu ne plus par avec au aux son sa ses mon ma
     mes ton ta tes leur leurs mais ou où donc car si comme tout tous toute toutes bien fait être avoir était sont ont été avait ai as suis es sommes êtes
     cette ces cet très peu sans sous entre vers chez même aussi encore jamais rien quand quoi pourquoi comment oui non merci bonjour monsieur madame
     c'est j'ai n'est d'un d'une qu'il qu'elle l'homme s'il t'es y lui moi toi eux dit dire voir va vais vas aller viens venir peut peux veux veut faut
     porte femme homme fille enfant maison nuit jour rue tête yeux main vie chose temps alors après avant depuis toujours assez trop ici là-bas regarde
     entre sort prend assis debout doucement lentement père mère frère sœur pardon désolé quelque quelqu'un personne sais crois`,
  ),
  de: words(
    `der die das und ein eine einen einem einer eines in ist zu den dem des nicht mit auf für von sich er sie es ich du wir ihr an als auch aus bei hat
     haben war waren wird werden sind bin bist noch nur so wie wenn aber oder nach über unter vor zum zur durch gegen ohne um mein meine dein deine sein
     seine ihre unser euer kein keine mehr schon sehr hier da dort dann jetzt immer nie nichts etwas alles alle was wer wo warum wann kann können muss
     müssen will wollen soll sollen darf mag geht gehen kommt kommen macht machen sagt sagen sieht sehen weiß wissen habe hatte wäre würde doch mal ja
     nein bitte danke guten tag nacht herr frau mann kind haus tür straße hand augen kopf zeit leben gott mutter vater bruder leise langsam zimmer fenster
     steht sitzt liegt dreht nimmt gibt lass los komm schau warte dass daß weil ob damit wieder zurück heute morgen gestern mir dir ihm uns euch mich dich`,
  ),
  es: words(
    `el la los las de del y a en que un una unos unas es se no por con para su sus al lo como más pero o este esta esto estos estas ese esa eso si ya
     porque cuando muy sin sobre también me mi te tu le les nos yo tú él ella ellos ellas usted ustedes nosotros hay está están estoy estás era fue ser
     estar ha han he has había tiene tengo tienes hacer hace haces puede puedo puedes quiero quieres quiere sabe sé va voy vas vamos ven viene decir dice
     dime ver mira nada nadie algo alguien todo todos toda todas qué quién dónde cuándo cómo cuál aquí allí ahora luego después antes siempre nunca
     entonces bien mal sí gracias hola señor señora hombre mujer niño niña casa noche día calle puerta mano ojos cabeza vida cosa tiempo años madre padre
     hermano hijo amor dios hasta desde entre hacia lentamente despacio silencio otra otro así tan solo mientras entra sale mesa`,
  ),
  it: words(
    `il lo la i gli le di del della dei delle che e è un una uno in con per non si sono ho hai ha abbiamo hanno mi ti ci vi ma come più anche se questo
     questa quello quella da dal dalla al alla nel nella sul sulla lui lei noi voi loro io tu suo sua mio mia tuo tua cosa chi dove quando perché molto
     bene tutto tutti niente mai sempre ora qui lì sei era stato essere avere fare dire vedere andare vuoi voglio puoi posso deve grazie signore signora
     uomo donna casa notte giorno porta mano occhi testa vita tempo anni madre padre`,
  ),
  pt: words(
    `o a os as de do da dos das e é em no na nos nas um uma que não com para por se mais como mas ao à foi ele ela eles elas eu você vocês nós seu sua
     meu minha está estão são tem tenho ser estar ter fazer dizer ver ir vai vou isso isto esse essa este esta quem onde quando porque muito bem tudo todos
     nada nunca sempre agora aqui lá então também já até sem sobre obrigado senhor senhora homem mulher casa noite dia rua porta mão olhos cabeça vida
     tempo anos mãe pai irmão coisa`,
  ),
  nl: words(
    `de het een en van in is dat op te zijn met voor niet die er aan hij zij ze ik je jij we wij jullie u hem haar mijn jouw ons hun maar om als dan nog
     wel ook naar bij uit door over tot geen wat wie waar wanneer waarom hoe heeft heb hebben had was waren wordt worden kan kunnen moet moeten wil
     willen zal gaat gaan komt komen doet doen zegt zeggen ziet zien weet alles niets iets altijd nooit nu hier daar ja nee dank alsjeblieft meneer
     mevrouw man vrouw kind huis nacht dag straat deur hand ogen hoofd leven tijd jaar moeder vader`,
  ),
};

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
