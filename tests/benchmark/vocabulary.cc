#include "tests/benchmark/vocabulary.h"

namespace redline::benchmarks {

std::u32string_view FrequentHan() {
  static constexpr std::u32string_view kHan =
      U"的是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
      U"过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理"
      U"心她本前开但因只从想实日军者意无力它与长把机民第公此已工使情明性知全点正外将高间由问很最"
      U"重并物手应战向头文体政美相见被利什等产或新己制身果加西斯月话合回特代内信表化老给世位次度"
      U"门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变总何电"
      U"数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治"
      U"展马科司基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该"
      U"交规取拉格望觉术领共确传师观清今切院让识候带导争运笔费音神质改布局照参红细油石历效办准越"
      U"深整府离况亚请技际约示复病息究线似官火断精满支视消器容须增研写称企功吗包片史委乎查轻易早"
      U"曾除农找装广显吧阿李标谈吃图念引首医突专号尽另周较注语仅考落青随选列武响虽推势希古众构房"
      U"半节土投某案黑维革划敌致陈律足态护兴派孩验责营星够章跟志底站严巴例防族供续施留讲型料终答"
      U"紧黄绝奇察母京段依批群项故按河米围江织害斗双境客纪采举杀攻父苏密低朝友诉止愿值仍男钱破网"
      U"热助倒育属坐帝限船脸职速刻乐否刚威毛状率甚独球般普怕弹校苦创伪久错承印晚兰试股拿脑预谁益"
      U"阳若哪微尼继送急血惊伤素药适波夜省初喜卫源食险待述陆习置居劳财环排福纳欢雷警获模充负云停"
      U"木游龙树疑层冷洲冲射略范竟句室异激汉村哈策演简卡罪判担州静退既衣您宗积余痛检差富灵协角占"
      U"配征修皮挥胜降阶审沉坚善妈刘读啊超免压银买皇养伊怀执副乱抗犯追帮宣佛岁航优怪香田铁控税"
      U"左右份穿艺背阵草脚概恶块顿敢守酒岛托央户烈洋哥索胡款靠评版宝座释景顾弟登货互付伯慢欧换闻"
      U"危忙核暗姐介坏讨丽良序升监临亮露永呼味野架域沙掉括舰鱼杂误湾吉减编楚肯测败屋跑梦散温困剑"
      U"渐封救贵枪缺楼县尚毫移娘朋画班智亦耳恩短掌恐遗固席松秘谢鲁遇康虑幸均销钟诗藏赶剧票损忽巨"
      U"炮旧端探湖录叶春乡附吸予礼港雨呀板庭妇归睛饭额含顺输摇招婚脱补谓督毒疗旅泽材灭逐莫笑亡鲜"
      U"词圣择寻厂睡博勒烟授诺伦岸奥唐卖俄炸载洛健堂旁宫喝借君禁阴园谋宋避抓荣姑孙逃牙束跳顶玉镇"
      U"雪午练迫爷篇肉嘴馆遍凡础洞卷坦牛宁纸诸训私庄祖丝翻暴森塔默握戏隐熟骨访弱蒙歌店鬼软典欲萨"
      U"伙遭盘爸扩盖弄雄稳忘刺拥徒姆杨齐赛趣曲刀床迎冰虚玩析窗醒妻透购替塞努休虎扬途侵刑绿兄迅套"
      U"贸毕唯谷轮库迹尤竞街促延震弃甲伟麻川申缓潜闪售灯针哲络抵朱埃抱鼓植纯夏忍页杰筑折郑贝尊吴"
      U"秀混臣雅振染盛怒舞圆搞狂措姓残秋培迷诚宽宇猛摆梅毁伸摩盟末乃悲拍丁赵硬麦蒋操耶阻订彩抽赞"
      U"魔纷沿喊违妹浪汇币丰蓝殊献桌啦瓦莱援译夺汽烧距裁偏符勇触课敬哭懂墙袭召罚侠厅拜巧侧韩冒债"
      U"曼融惯享戴童犹乘挂奖绍厚纵障讯涉彻刊丈爆乌役描洗玛患妙镜唱烦签仙彼弗症仿倾";
  return kHan;
}

char32_t Traditional(char32_t simplified) {
  // Simplified and traditional form, turn by turn.
  static constexpr std::u32string_view kPairs =
      U"们們这這个個来來为為国國时時会會说說对對学學经經现現动動还還进進样樣没沒从從实實军軍长長"
      U"机機产產间間问問战戰头頭体體将將应應点點给給东東门門员員论論处處义義认認条條题題尔爾别別"
      U"变變总總电電数數报報结結务務场場计計资資许許统統区區队隊决決马馬书書则則听聽达達强強难難"
      U"权權设設记記类類据據边邊张張该該规規觉覺术術领領确確传傳师師观觀让讓识識带帶导導争爭运運"
      U"费費质質参參红紅细細历歷办辦离離况況亚亞请請际際约約线線断斷满滿视視须須写寫称稱专專号號"
      U"尽盡较較语語仅僅随隨选選响響虽雖势勢众眾构構节節划劃敌敵陈陳态態护護兴興验驗责責营營够夠"
      U"严嚴续續讲講终終紧緊黄黃绝絕项項围圍织織双雙纪紀杀殺苏蘇诉訴钱錢网網热熱属屬职職乐樂刚剛"
      U"状狀独獨创創伪偽错錯试試脑腦预預阳陽继繼惊驚伤傷药藥适適卫衛险險陆陸习習劳勞财財环環纳納"
      U"欢歡获獲负負龙龍树樹层層异異汉漢简簡罚罰检檢积積协協占佔";
  for (std::size_t i = 0; i + 1 < kPairs.size(); i += 2) {
    if (kPairs[i] == simplified) return kPairs[i + 1];
  }
  return simplified;
}

std::span<const std::string_view> EnglishWords() {
  static constexpr std::string_view kWords[] = {
      "the",       "of",        "and",       "to",        "in",        "you",      "for",
      "is",        "on",        "that",      "with",      "your",      "are",      "this",
      "our",       "be",        "from",      "we",        "have",      "can",      "all",
      "more",      "will",      "when",      "which",     "their",     "there",    "about",
      "people",    "first",     "other",     "time",      "water",     "after",    "only",
      "little",    "work",      "years",     "before",    "great",     "because",  "through",
      "should",    "every",     "world",     "still",     "between",   "never",    "under",
      "small",     "found",     "those",     "house",     "again",     "point",    "money",
      "market",    "account",   "payment",   "interest",  "savings",   "customer", "service",
      "product",   "monthly",   "balance",   "branch",    "credit",    "offer",    "period",
      "rates",     "terms",     "apply",     "change",    "value",     "family",   "future",
      "simple",    "online",    "mobile",    "device",    "member",    "reward",   "travel",
      "summer",    "winter",    "garden",    "kitchen",   "morning",   "evening",  "window",
      "letter",    "number",    "person",    "public",    "school",    "system",   "office",
      "moment",    "mother",    "father",    "brother",   "sister",    "season",   "second",
      "minute",    "moving",    "nature",    "notice",    "object",    "option",   "ordered",
      "paper",     "partner",   "pattern",   "perfect",   "picture",   "planet",   "player",
      "pocket",    "policy",    "portion",   "position",  "possible",  "powder",   "prepare",
      "present",   "pretty",    "prevent",   "private",   "problem",   "process",  "produce",
      "profile",   "program",   "project",   "promise",   "protect",   "provide",  "purpose",
      "quality",   "quarter",   "question",  "quickly",   "railway",   "reason",   "receive",
      "recent",    "record",    "reduce",    "region",    "regular",   "remain",   "remember",
      "repeat",    "reply",     "report",    "request",   "require",   "research", "resident",
      "respect",   "respond",   "result",    "return",    "review",    "ribbon",   "river",
      "safety",    "sample",    "sentence",  "separate",  "series",    "serious",  "several",
      "shelter",   "shoulder",  "silver",    "similar",   "singing",   "single",   "slowly",
      "social",    "society",   "soldier",   "someone",   "somewhat",  "source",   "speaker",
      "special",   "spirit",    "spoken",    "spring",    "square",    "standard", "station",
      "steady",    "stomach",   "stopped",   "storage",   "stories",   "straight", "strange",
      "stream",    "street",    "strength",  "strong",    "student",   "studied",  "subject",
      "success",   "sudden",    "suggest",   "supply",    "support",   "suppose",  "surface",
      "surprise",  "table",     "teacher",   "telephone", "thousand",  "ticket",   "together",
      "tomorrow",  "tonight",   "toward",    "trade",     "traffic",   "train",    "transfer",
      "treasure",  "trouble",   "twenty",    "uncle",     "universe",  "unless",   "useful",
      "usual",     "valley",    "variety",   "vehicle",   "vessel",    "village",  "visitor",
      "volume",    "waiting",   "warning",   "weather",   "weekend",   "welcome",  "western",
      "whatever",  "whether",   "whisper",   "wonder",    "wooden",    "worker",   "writing",
      "yellow",    "yesterday", "yourself",  "ability",   "absent",    "accept",   "accident",
      "according", "across",    "action",    "active",    "actual",    "address",  "admire",
      "adult",     "advance",   "advice",    "afford",    "afternoon", "against",  "agency",
      "airport",   "although",  "amount",    "ancient",   "animal",    "announce", "another",
      "answer",    "anybody",   "anything",  "apart",     "appear",    "approach", "argue",
      "around",    "arrange",   "arrive",    "article",   "artist",    "assist",   "attempt",
      "attend",    "audience",  "author",    "autumn",    "average",   "avoid",    "balcony",
      "basket",    "battle",    "beautiful", "become",    "bedroom",   "behave",   "behind",
      "believe",   "belong",    "benefit",   "beside",    "better",    "beyond",   "bicycle",
      "birthday",  "blanket",   "border",    "borrow",    "bottle",    "bottom",   "breath",
      "bridge",    "bright",    "broken",    "building",  "business",  "butter",   "camera",
      "campaign",  "capital",   "captain",   "careful",   "carpet",    "carry",    "castle",
      "center",    "central",   "century",   "certain",   "chance",    "chapter",  "character",
      "charge",    "cheap",     "check",     "choice",    "choose",    "church",   "circle",
      "citizen",   "classic",   "climate",   "clothes",   "coffee",    "collect",  "college",
      "colour",    "combine",   "comfort",   "command",   "common",    "company",  "compare",
      "complete",  "computer",  "concern",   "condition", "connect",   "consider", "contact",
      "contain",   "content",   "continue",  "control",   "cooking",   "corner",   "correct",
      "cottage",   "cotton",    "council",   "country",   "couple",    "courage",  "course",
      "cousin",    "create",    "crowd",     "culture",   "current",   "custom",   "damage",
      "danger",    "daughter",  "deal",      "decide",    "deliver",   "demand",   "depend",
      "describe",  "desert",    "design",    "desire",    "detail",    "develop",  "different",
      "difficult", "dinner",    "direct",    "discover",  "discuss",   "distance", "divide",
      "doctor",    "double",    "doubt",     "dream",     "driver",    "during",   "early",
      "earth",     "eastern",   "economy",   "education", "effect",    "effort",   "either",
      "electric",  "engine",    "enjoy",     "enough",    "entire",    "escape",   "evidence",
      "exact",     "example",   "exchange",  "excite",    "exercise",  "expect",   "expense",
      "explain",   "express",   "extend",    "extra",
  };
  return kWords;
}

}  // namespace redline::benchmarks
