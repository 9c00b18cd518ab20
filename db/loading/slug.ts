/** Words of other lengths than two that names of departments are made of; everything between them is cut in pairs. */
const WORDS = [
  '自治区 自治州 自治县 自治旗 开发区 高新区 新区 园区 景区 管委会 街道 社区',
  '委员会 常委会 联合会 理事会 基金会 商会 学会 研究会 总工会 工会 协会 代表大会 残疾人 红十字会 工商联 工商业 妇联 文联 侨联 社科联 共青团 合作社 联合社',
  '办公室 办公厅 办事处 管理处 管理所 服务站 服务所 派出所 检察院 法院 研究院 研究所 设计院',
  '幼儿园 幼儿 卫生院 保健院 福利院 敬老院 疾控 图书馆 博物馆 文化馆 档案馆 体育馆 科技馆 美术馆 纪念馆 展览馆 电视台 广播 融媒体 剧团',
  '县委 市委 区委 省委 州委 旗委 党委 党组 党校 政法委 纪委 监委 改革委 发改委 卫健委 经信委 国资委 编办 督查室',
  '人力 资源 社会 保障 机关 事务 行政 审批 服务 住房 公积金 计划 生育 民族 宗教 退役 军人 老干部 信息化 生态 环境 农业 农村 大数据 水土 保持 林业 草原',
]
  .flatMap((line) => line.split(' '))
  .sort((one, other) => other.length - one.length);

/** What names end in; split off before the rest is cut. */
const ENDINGS = [
  '管理委员会',
  '委员会',
  '常委会',
  '办公室',
  '办公厅',
  '办事处',
  '人民政府',
  '人民法院',
  '检察院',
  '幼儿园',
  '卫生院',
  '中心',
  '学校',
  '学院',
  '大学',
  '中学',
  '小学',
  '医院',
  '大队',
  '支队',
  '总队',
  '公司',
  '基地',
  '机构',
  '单位',
  '部门',
  '本级',
];

const HAN = /\p{Script=Han}/u;
/** Characters that are words by themselves. */
const SINGLE = new Set(['和', '与', '及', '暨', '第', '的', '局', '厅']);

/** Cuts a run of ideographs into words: known endings first, then known words and pairs from the left. */
export function wordsOf(run: string): string[] {
  const ending = ENDINGS.find((candidate) => run.endsWith(candidate) && run !== candidate);
  if (ending) return [...wordsOf(run.slice(0, -ending.length)), ...cut(ending)];
  return cut(run);
}

function cut(run: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < run.length; ) {
    const word = WORDS.find((candidate) => run.startsWith(candidate, at)) ?? pairAt(run, at);
    words.push(word);
    at += word.length;
  }
  return words;
}

function pairAt(run: string, at: number): string {
  const [first = '', second = ''] = [...run.slice(at, at + 4)];
  return SINGLE.has(first) || SINGLE.has(second) ? first : first + second;
}

/** At most so many characters, cut between words. */
const LONGEST = 96;

/**
 * A name in pinyin for addresses, words joined by hyphens: `工业商贸局` is `gongye-shangmao-ju`. The same name always gives the
 * same slug; different names may share one.
 */
export async function slugOf(name: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const text = name.normalize('NFKC');
  const characters = [...text];
  const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true });
  const soundAt = (index: number): string =>
    (sounds.length === characters.length
      ? sounds[index]
      : pinyin(characters[index] ?? '', { toneType: 'none', v: true })) ?? '';
  const words: string[] = [];
  let index = 0;
  for (const [run = ''] of text.matchAll(/\p{Script=Han}+|[a-z0-9]+|[^\p{Script=Han}a-z0-9]+/giu)) {
    const parts = HAN.test(run) ? wordsOf(run) : [run];
    for (const part of parts) {
      const length = [...part].length;
      const sound = HAN.test(part) ? Array.from({ length }, (_, offset) => soundAt(index + offset)).join('') : part;
      words.push(sound.toLowerCase().replace(/[^a-z0-9]/g, ''));
      index += length;
    }
  }
  return joined(words.filter(Boolean));
}

function joined(words: readonly string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug || 'bumen';
}
