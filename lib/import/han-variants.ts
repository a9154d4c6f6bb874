/**
 * Frequent characters that exist in one of the two scripts alone, pair by pair. Characters that one script has and the
 * other shares (后, 里, 台, 发 in names) are not here, nor are those that Japanese writes like one of the two alone.
 */
const pairs =
  "们們这這说說为為来來时時会會个個国國对對过過还還没沒们們东東车車门門问問间間见見现現长長马馬鸟鳥鱼魚龙龍风風飞飛" +
  "语語话話谁誰请請让讓认認识識读讀书書写寫爱愛听聽听聽电電脑腦网網经經济濟历歷业業产產应應该該当當样樣条條机機权權极極" +
  "种種积積称稱穷窮笔筆简簡类類红紅级級约約纪紀纸紙线線练練组組细細终終结結给給统統继繼续續绝絕罗羅义義习習乐樂乡鄉买買" +
  "卖賣乱亂争爭亏虧云雲亚亞从從仅僅仓倉仪儀价價众眾优優伟偉传傳伤傷体體余餘债債倾傾储儲儿兒党黨兰蘭关關兴興养養内內军軍" +
  "农農冲沖决決况況冻凍净淨凉涼减減几幾凤鳳凭憑击擊划劃刘劉则則刚剛创創别別剧劇劝勸办辦务務动動励勵劳勞势勢勋勳区區医醫" +
  "华華协協单單卖賣卢盧卫衛却卻厂廠厅廳压壓厌厭县縣参參双雙变變叶葉号號叹嘆吗嗎启啟员員响響团團园園围圍图圖圆圓场場坏壞" +
  "块塊坚堅坛壇垒壘执執声聲处處备備复復头頭夹夾夺奪奋奮奖獎妇婦妈媽娱娛孙孫学學宁寧宝寶实實宠寵审審宪憲宫宮宽寬宾賓寻尋" +
  "导導寿壽将將尔爾尘塵层層属屬岁歲岂豈岛島币幣师師带帶帮幫并並广廣庄莊庆慶库庫庙廟开開异異弃棄张張弹彈强強归歸录錄" +
  "彻徹径徑忆憶忧憂怀懷态態总總恋戀恶惡悬懸惊驚惯慣愿願戏戲战戰户戶扑撲扩擴扫掃扬揚扰擾抚撫护護报報担擔拥擁择擇挂掛挥揮" +
  "损損换換据據掷擲携攜摄攝摆擺敌敵数數断斷无無旧舊显顯晓曉术術杀殺杂雜杨楊构構枪槍柜櫃标標栏欄树樹桥橋梦夢检檢楼樓欢歡" +
  "欧歐残殘毁毀气氣汇匯汉漢汤湯沟溝泪淚泽澤洁潔测測浓濃涛濤润潤涨漲渐漸温溫湾灣满滿灭滅灯燈灵靈炉爐点點烂爛烦煩烧燒热熱" +
  "牵牽犹猶狱獄独獨狮獅猎獵猫貓献獻环環玛瑪画畫畅暢疗療疯瘋监監盖蓋盘盤确確础礎碍礙礼禮祸禍离離窃竊竞競笼籠粮糧纯純纷紛";

const variants = [...pairs];

/** Characters of the simplified script alone, and of the traditional alone. */
export const simplifiedOnly: ReadonlySet<string> = new Set(variants.filter((_, index) => index % 2 === 0));
export const traditionalOnly: ReadonlySet<string> = new Set(variants.filter((_, index) => index % 2 === 1));
