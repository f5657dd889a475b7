/**
 * @file Core words of French, German, Spanish and Chinese by category. Far fewer than the English ones: enough that a script in
 * these languages has its fires, guns, cars and dogs found, and named as such by the `language` of the tag.
 */
import type { CoreWords } from './lexicon.js';

export const FRENCH: CoreWords = {
  language: 'fr',
  prop: `couteau épée pistolet revolver fusil arme bombe grenade corde clé clef clés cadenas marteau tournevis échelle seau balai pelle lampe lanterne bougie
    torche briquet allumette allumettes cigarette cigare seringue tasse verre bouteille assiette bol fourchette cuillère casserole bouilloire pain gâteau pomme
    fromage café thé vin bière livre cahier carnet journal lettre enveloppe carte photo photographie tableau crayon stylo téléphone ordinateur clavier
    radio télévision micro horloge montre argent billet pièce bague collier valise sac mallette panier boîte caisse parapluie couverture oreiller serviette
    mouchoir miroir fleur bouquet poupée jouet ballon chaise extincteur menottes médicament béquille`,
  vehicle: `voiture taxi camion camionnette autobus bus moto vélo bicyclette train tramway métro avion hélicoptère bateau navire voilier barque ferry canot ambulance tracteur
    fusée vaisseau charrette calèche`,
  animal:
    'chien chat cheval vache mouton chèvre cochon poule coq oiseau corbeau mouette pigeon aigle loup renard ours lion tigre serpent souris rat poisson requin araignée abeille papillon lapin grenouille',
  effect:
    'feu=fire incendie=fire flammes=fire flamme=fire explosion=explosion fumée=smoke étincelles=sparks explose=explosion vapeur=steam éboulement=breakage',
  weather:
    'pluie=rain neige=snow vent=wind brouillard=fog brume=fog orage=storm tempête=storm tonnerre=thunder éclair=lightning grêle=hail soleil=sun',
  sound:
    'bruit sirène alarme sonnerie cloche cri hurlement coup détonation claquement grincement silence aboiement murmure tic-tac klaxon',
  music: 'musique chanson piano violon violoncelle guitare orchestre trompette tambour flûte accordéon chante',
  stunt: 'saute bagarre poursuite',
  wardrobe:
    'manteau robe chemise pantalon chapeau chaussures bottes costume cravate uniforme gants écharpe lunettes imperméable veste jupe blouse pyjama casquette',
  makeup: 'sang cicatrice blessure tatouage barbe moustache larmes',
  extra: 'foule passants clients soldats policiers élèves invités public journalistes enfants',
};

export const GERMAN: CoreWords = {
  language: 'de',
  prop: `messer schwert pistole revolver gewehr waffe bombe granate seil schlüssel schloss schraubenzieher leiter eimer besen schaufel lampe laterne kerze
    taschenlampe feuerzeug streichholz zigarette zigarre spritze tasse flasche teller schüssel gabel löffel topf pfanne kessel brot kuchen apfel käse kaffee
    tee wein bier buch heft notizbuch zeitung brief umschlag landkarte foto fotografie gemälde bleistift stift kugelschreiber telefon handy computer laptop radio
    fernseher mikrofon uhr geld münze kette koffer tasche rucksack korb kiste schachtel regenschirm decke kissen handtuch taschentuch spiegel
    blumen blume blumenstrauß puppe spielzeug ball stuhl feuerlöscher handschellen tablette rollstuhl`,
  vehicle: `auto wagen taxi lastwagen lieferwagen bus motorrad fahrrad zug straßenbahn u-bahn flugzeug hubschrauber boot schiff segelboot ruderboot fähre krankenwagen
    streifenwagen traktor rakete raumschiff kutsche`,
  animal:
    'hund hunde katze pferd pferde kuh schaf ziege schwein huhn hahn vogel vögel rabe krähe möwe taube adler wolf fuchs bär löwe tiger schlange maus ratte fisch hai spinne biene schmetterling hase frosch',
  effect:
    'feuer=fire brand=fire flammen=fire explosion=explosion rauch=smoke funken=sparks explodiert=explosion dampf=steam qualm=smoke',
  weather:
    'regen=rain schnee=snow wind=wind nebel=fog sturm=storm gewitter=storm donner=thunder blitz=lightning hagel=hail sonne=sun regnet=rain schneit=snow',
  sound:
    'sirene alarm klingeln glocke schrei schuss knall klopfen quietschen stille gebell flüstern ticken hupe schritte geräusch',
  music: 'musik lied klavier geige cello gitarre orchester trompete trommel flöte akkordeon singt',
  stunt: 'springt schlägerei verfolgungsjagd stürzt',
  wardrobe:
    'mantel kleid hemd hose hut schuhe stiefel anzug krawatte uniform handschuhe schal brille regenmantel jacke rock bluse pyjama mütze kopftuch',
  makeup: 'blut narbe wunde tätowierung schnurrbart tränen',
  extra: 'menge passanten gäste kunden soldaten polizisten schüler publikum journalisten kinder zuschauer',
};

export const SPANISH: CoreWords = {
  language: 'es',
  prop: `cuchillo espada pistola revólver rifle escopeta bomba granada cuerda llave llaves candado martillo destornillador escalera cubo escoba pala lámpara
    linterna vela antorcha encendedor fósforo cerilla cigarrillo puro jeringa taza vaso botella plato cuenco tenedor cuchara olla sartén tetera pan pastel manzana
    queso café té vino cerveza libro cuaderno periódico diario sobre mapa foto fotografía cuadro lápiz bolígrafo pluma teléfono móvil ordenador computadora
    televisor micrófono reloj dinero moneda anillo collar maleta bolsa mochila cesta caja paraguas manta almohada toalla pañuelo espejo flor flores ramo muñeca
    juguete pelota silla extintor esposas pastilla muleta`,
  vehicle:
    'coche carro auto taxi camión camioneta furgoneta autobús moto motocicleta bicicleta tren tranvía avión helicóptero barco buque velero bote lancha ambulancia tractor cohete nave',
  animal:
    'perro gato caballo vaca oveja cabra cerdo gallina gallo pájaro cuervo gaviota paloma águila lobo zorro oso león tigre serpiente ratón rata pez tiburón araña abeja mariposa conejo rana burro toro',
  effect: 'fuego=fire incendio=fire llamas=fire explosión=explosion humo=smoke chispas=sparks explota=explosion vapor=steam',
  weather:
    'lluvia=rain nieve=snow viento=wind niebla=fog tormenta=storm trueno=thunder relámpago=lightning granizo=hail sol=sun llueve=rain nieva=snow',
  sound: 'ruido sirena alarma timbre campana grito disparo golpe estallido chirrido silencio ladrido susurro claxon pasos',
  music: 'música canción piano violín violonchelo guitarra orquesta trompeta tambor flauta acordeón canta',
  stunt: 'salta pelea persecución',
  wardrobe:
    'abrigo vestido camisa pantalón pantalones sombrero zapatos botas traje corbata uniforme guantes bufanda gafas impermeable chaqueta falda blusa pijama gorra',
  makeup: 'sangre cicatriz herida tatuaje barba bigote lágrimas',
  extra: 'multitud transeúntes invitados clientes soldados policías alumnos público periodistas niños',
};

export const CHINESE: CoreWords = {
  language: 'zh',
  prop: '刀 匕首 剑 手枪 步枪 枪 炸弹 手榴弹 绳子 钥匙 锁 锤子 螺丝刀 梯子 水桶 扫帚 铁锹 台灯 灯笼 蜡烛 手电筒 打火机 火柴 香烟 雪茄 注射器 杯子 茶杯 酒杯 瓶子 酒瓶 盘子 碗 筷子 勺子 锅 水壶 面包 蛋糕 苹果 咖啡 茶 葡萄酒 啤酒 书 笔记本 报纸 信 信封 地图 照片 相片 铅笔 钢笔 电话 手机 电脑 收音机 电视 话筒 闹钟 手表 钱 硬币 戒指 项链 行李箱 箱子 书包 背包 篮子 盒子 雨伞 毯子 枕头 毛巾 手帕 镜子 鲜花 玩具 椅子 灭火器 手铐 药片 轮椅',
  vehicle:
    '汽车 轿车 出租车 卡车 货车 面包车 公交车 摩托车 自行车 火车 地铁 飞机 直升机 船 渔船 帆船 渡轮 救护车 警车 拖拉机 火箭 飞船 马车',
  animal: '狗 猫 马 牛 羊 猪 鸡 鸟 乌鸦 海鸥 鸽子 鹰 狼 狐狸 熊 狮子 老虎 蛇 老鼠 鱼 鲨鱼 蜘蛛 蜜蜂 蝴蝶 兔子 青蛙 骆驼',
  effect: '大火=fire 火焰=fire 着火=fire 火光=fire 篝火=fire 爆炸=explosion 烟雾=smoke 浓烟=smoke 火花=sparks 蒸汽=steam',
  weather:
    '大雨=rain 下雨=rain 雨=rain 大雪=snow 下雪=snow 雪=snow 大风=wind 风=wind 雾=fog 暴风雨=storm 雷声=thunder 打雷=thunder 闪电=lightning 冰雹=hail 阳光=sun',
  sound: '警报声 警报 铃声 钟声 尖叫 枪声 敲门声 脚步声 巨响 低语 喇叭声 沉默 狗叫',
  music: '音乐 歌曲 歌 钢琴 小提琴 大提琴 吉他 乐队 小号 鼓 笛子 二胡',
  stunt: '跳下 打斗 追逐 摔倒',
  wardrobe: '大衣 雨衣 裙子 衬衫 裤子 帽子 鞋 靴子 西装 领带 制服 手套 围巾 眼镜 外套 睡衣',
  makeup: '血迹 鲜血 伤疤 伤口 纹身 胡子 眼泪',
  extra: '人群 路人 客人 顾客 士兵 警察 学生 观众 记者 孩子们',
};

/** Chinese words that hold a character of the list and mean something else. */
export const CHINESE_FALSE_FRIENDS =
  '马上 马路 马虎 相信 信任 信心 自信 信息 信号 风格 风景 风度 作风 书记 秘书 证书 图书馆 书店 鼓励 鼓掌 歌手 唱歌 枪毙 火车站 汽车站 车站 船长 牛仔 羊毛 鸡蛋 熊猫 狼狈 雪白 茶馆 咖啡馆 酒吧 面包店 碗柜 锅炉 锁定 鞋店 刀疤';
