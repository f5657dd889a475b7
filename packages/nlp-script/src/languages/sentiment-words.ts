/** @file Words of good and bad feeling in French, German, Spanish and Chinese. Written for this package; a `*` stands for any ending. */

/** Languages with a lexicon here; English has its own in `emotion`. */
export type SentimentLanguage = 'fr' | 'de' | 'es' | 'zh';

/** Words of one language, by what they do. */
export interface SentimentWords {
  good: string;
  bad: string;
  /** Turn what follows around. */
  negations: string;
  /** Strengthen what follows. */
  degrees: string;
}

/** The lexica. Chinese words are parted by spaces here alone. */
export const SENTIMENT_WORDS: Readonly<Record<SentimentLanguage, SentimentWords>> = {
  fr: {
    good: `aime* adore* amour* heureu* joie* joyeu* content* ravi* rire rires rit riant souri* merveill* magnifi* superbe* splendide* excellent* génial*
      formidable* fantastique* parfait* bon bonne bons bonnes bien beau beaux belle belles joli* doux douce* tendre* gentil* charmant* agréable* plaisir*
      bonheur* chance* chanceu* bravo merci victoire* gagn* réuss* succès espoir* espér* confian* ami amis amie amies amitié embrass* caresse* calme paix
      drôle* amusant* touchant* émouvant* brillant* courage* fier fière fiers fières libre* sauvé* guéri* fête* passionn* délic* inoubliable* sublime*`,
    bad: `hait haïs haine* déteste* détest* triste* tristesse* malheur* pleur* larme* sanglot* mort morts morte mortes mourir meurt tue tuer tué* tueur*
      meurtr* assassin* peur* effray* terreur* terrifi* horrible* horreur* affreu* atroce* mauvais* mal méchant* cruel* laid* sale* dégoût* dégueul*
      colère* furieu* rage* ennuy* ennui* lent lente fade* raté* échou* échec* perdu* perd perdre seul seule solitude souffr* douleur* bless* sang malade*
      honte* coupable* menteur* ment mentir menti trahi* traître* pire pires nul nulle idiot* stupide* salaud* désastre* catastroph* désespér* regret*
      abandonn* prison* menace* hurl* cri crie crient piège* ridicule* insupportable* pénible*`,
    negations: 'ne pas jamais plus rien aucun aucune sans ni guère',
    degrees: 'très trop si tellement vraiment extrêmement totalement absolument fort tout',
  },
  de: {
    good: `lieb* glück* freu* fröhlich* froh* lach* lächel* lächle* wunderbar* wundervoll* wunderschön* herrlich* großartig* ausgezeichnet* hervorragend*
      fantastisch* perfekt* gut gute guter gutes guten gutem besser* beste* schön* hübsch* zärtlich* sanft* nett* freundlich* charmant* angenehm* genieß*
      genoss* vergnüg* spaß* danke* dankbar* sieg* gewinn* gewonnen gelungen* geling* gelang erfolg* hoff* vertrau* freund freunde freundin freundschaft*
      umarm* küss* kuss ruhe friede* lustig* witzig* komisch* rührend* bewegend* brillant* mut mutig* tapfer* stolz* frei befreit* gerettet* rettet* geheilt*
      gesund* feier* fest begeister* köstlich* unvergesslich* spannend* toll* prima klasse süß* warmherzig*`,
    bad: `hass* hasst traurig* trauer* unglück* wein* träne* schluchz* tot tote toter toten tod tödlich* sterb* stirb* gestorben töte* tötet getötet mord*
      mörder* angst ängst* fürcht* schreck* entsetz* grauen* grausam* schrecklich* furchtbar* schlimm* schlecht* übel* böse* hässlich* schmutzig* ekel* widerlich*
      wut wütend* zorn* zornig* ärger* langweil* öde* fade misslung* gescheitert* scheiter* versag* verlor* verlier* einsam* allein leid* leiden schmerz*
      verletz* wunde* blut* krank* scham* schäm* schuld* lüg* lügner* verrat* verräter* schlimmer* dumm* idiot* blöd* schwein* katastroph* verzweif* bereu*
      verlassen* gefängnis* droh* schrei* brüll* falle lächerlich* unerträglich* mühsam* enttäusch* nervig* elend*`,
    negations: 'nicht kein keine keinen keinem keiner keines nie niemals nichts ohne weder kaum',
    degrees: 'sehr so zu wirklich äußerst total absolut ganz unglaublich wahnsinnig',
  },
  es: {
    good: `amo ama aman amar amor* quiero querid* adoro* adora* feliz felic* alegr* contento* contenta* encant* reír ríe* risa* sonr* maravill* magnífic*
      espléndid* excelente* genial* fantástic* perfect* buen bueno* buena* bien mejor mejores bonit* hermos* bell* lind* guap* dulce* tiern* amable*
      agradable* placer* disfrut* suerte* afortunad* gracias bravo victoria* gan* ganó éxito* logr* esperanza* confi* amigo* amiga* amistad* abraz* bes*
      caricia* tranquil* paz divertid* gracios* conmovedor* emocionante* brillante* valiente* valor orgullos* libre* salvad* curad* fiesta* apasionad*
      delicios* inolvidable* sublime* estupend* precios*`,
    bad: `odio odia* odiar triste* tristeza* desgraci* llor* lágrima* solloz* muerto* muerta* muerte* morir muere* murió mata matar mató matado asesin*
      miedo* asust* terror* aterrad* horrible* horror* espantos* atroz* malo* mala malas mal malvad* cruel* feo fea feos feas suci* asco* asqueros*
      repugn* ira furios* rabia* enfadad* enoj* aburrid* aburr* lento lenta sos* fracas* perdid* perder pierde* solo sola soledad* sufr* dolor* duele* herid*
      sangre* enferm* vergüenza* culpa* mentiros* miente* mentir mentira* traici* traidor* peor peores nul* idiota* estúpid* imbécil* desastre* catástrof*
      desesper* arrepient* abandonad* cárcel* amenaz* grit* trampa* ridícul* insoportable* penos* decepcion* pesad* tonto* tonta*`,
    negations: 'no nunca jamás nada ningún ninguna ninguno sin ni tampoco apenas',
    degrees: 'muy tan tanto demasiado realmente extremadamente totalmente absolutamente qué',
  },
  zh: {
    good: `爱 喜欢 热爱 高兴 快乐 开心 幸福 愉快 欢乐 欢笑 大笑 微笑 笑 笑容 美好 美丽 漂亮 好看 精彩 优秀 出色 完美 棒 太棒 真棒 好 很好 最好 温柔 温暖 善良 可爱 亲切 感谢
      谢谢 感动 动人 胜利 赢 赢了 成功 希望 信任 相信 朋友 友谊 拥抱 亲吻 平静 和平 有趣 好玩 幽默 搞笑 聪明 勇敢 勇气 骄傲 自豪 自由 得救 痊愈 健康 庆祝 热情 美味 难忘 享受
      满意 舒服 舒适 浪漫 惊喜 兴奋 安全 幸运 值得 推荐 祝福 甜蜜`,
    bad: `恨 讨厌 厌恶 悲伤 难过 伤心 痛苦 哭 哭泣 眼泪 流泪 泪水 死 死了 死亡 去世 杀 杀人 杀死 杀手 谋杀 凶手 害怕 恐惧 恐怖 可怕 吓 惊恐 恶心 坏 坏人 糟糕 糟 差 差劲 最差 残忍
      残酷 丑 丑陋 肮脏 脏 愤怒 生气 发火 怒 无聊 乏味 沉闷 失败 失去 失望 孤独 孤单 寂寞 受苦 疼 痛 受伤 伤害 血 生病 病 羞耻 丢脸 内疚 撒谎 骗 骗子 欺骗 背叛 叛徒 愚蠢 笨 傻 混蛋 灾难
      绝望 后悔 抛弃 监狱 威胁 尖叫 陷阱 可笑 难以忍受 浪费 烂 可怜 倒霉 危险 烦`,
    negations: '不 没 没有 别 无 未 并非 从不 绝不 毫无 不再 不会 不是',
    degrees: '很 非常 太 真 极 极其 特别 十分 最 好 超 多么 如此',
  },
};
