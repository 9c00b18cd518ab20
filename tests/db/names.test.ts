import { describe, expect, it } from 'vitest';
import { chainOf, coreName } from '../../db/loading/department';
import { slugOf } from '../../db/loading/slug';
import { madeReference } from './made';

describe('slugOf', () => {
  it.each([
    ['工业商贸局', 'gongye-shangmao-ju'],
    ['发展和改革委员会', 'fazhan-he-gaige-weiyuanhui'],
    ['住房和城乡建设局', 'zhufang-he-chengxiang-jianshe-ju'],
    ['人力资源和社会保障局', 'renli-ziyuan-he-shehui-baozhang-ju'],
    ['市场监督管理局', 'shichang-jiandu-guanli-ju'],
    ['机构编制委员会办公室', 'jigou-bianzhi-weiyuanhui-bangongshi'],
    ['残疾人联合会', 'canjiren-lianhehui'],
    ['公安局交通警察大队', 'gongan-ju-jiaotong-jingcha-dadui'],
    ['第一中学', 'di-yi-zhongxue'],
    ['教育局（本级）', 'jiaoyu-ju-benji'],
    ['会计核算中心', 'kuaiji-hesuan-zhongxin'],
    ['长寿路小学', 'changshou-lu-xiaoxue'],
    ['绿化委员会', 'lvhua-weiyuanhui'],
    ['Ａ类２号中心', 'a-lei-2-hao-zhongxin'],
    ['（）', 'bumen'],
  ])('%s → %s', async (name, slug) => expect(await slugOf(name)).toBe(slug));

  it('is an address part for any name, and not too long', async () => {
    const slug = await slugOf('𠮷林镇、“三农”工作 Office／😀'.repeat(20));
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slug.length).toBeLessThanOrEqual(96);
  });
});

describe('coreName', () => {
  const chain = ['碧水市青石县', ...chainOf(madeReference, '990101').map(({ name }) => name)];

  it.each([
    ['青石县工业商贸局', '工业商贸局'],
    ['碧水市青石县工业商贸局', '工业商贸局'],
    ['云山省碧水市青石县工业商贸局', '工业商贸局'],
    ['工业商贸局', '工业商贸局'],
    ['青石县 工业\n商贸局', '工业商贸局'],
    ['青石县教育局（本级）', '教育局(本级)'],
    ['中共青石县委宣传部', '中共县委宣传部'],
    ['青石县委办公室', '县委办公室'],
    ['政协青石县委员会办公室', '政协委员会办公室'],
    ['青石县', '青石县'],
    ['青石镇人民政府', '青石镇人民政府'],
  ])('%s → %s', (name, core) => expect(coreName(name, chain)).toBe(core));

  it('knows the regions a region lies in, outermost first', () => {
    expect(chainOf(madeReference, '990101').map(({ code }) => code)).toEqual(['990000', '990100', '990101']);
    expect(chainOf(madeReference, '123456')).toEqual([]);
  });
});
