/** A kind of department as counties have it. */
export interface SampleKind {
  /** the name without its region */
  name: string;
  /** 款 that holds its 行政运行 */
  main: string;
  /** further 款 whose 项 it spends on */
  headings: readonly string[];
  /** people in post */
  staff: readonly [number, number];
  /** project expenditure of a usual year in 万元 */
  projects: number;
  /** government-managed fund 项, where it has one */
  fund?: string;
  /** business of its institutions, as a share of project expenditure */
  institutions?: number;
  /** departments it took over in the reform of 2019, with their 款 */
  predecessors?: readonly { name: string; main: string; headings: readonly string[] }[];
}

const kind = (
  name: string,
  main: string,
  headings: readonly string[],
  staff: readonly [number, number],
  projects: number,
  more: Partial<SampleKind> = {},
): SampleKind => ({ name, main, headings, staff, projects, ...more });

/** The reform of 2019: departments named here as predecessors publish for the last time for this year. */
export const LAST_BEFORE_REFORM = 2018;

/** After the shape of county governments in 2019 and since. */
export const KINDS: readonly SampleKind[] = [
  kind('工业商贸局', '21501', ['20113', '21505', '21508', '21602'], [20, 75], 2_400, {
    fund: '2120809',
    predecessors: [
      { name: '工业和信息化局', main: '21505', headings: ['21501', '21508'] },
      { name: '商务局', main: '20113', headings: ['21602'] },
    ],
  }),
  kind('财政局', '20106', ['20129', '21305'], [40, 110], 900),
  kind('教育体育局', '20501', ['20502', '20503', '20509', '20703'], [300, 1_800], 9_000, { institutions: 0.12 }),
  kind('卫生健康局', '21001', ['21002', '21003', '21004', '21007'], [60, 420], 4_500, {
    institutions: 0.3,
    predecessors: [{ name: '卫生和计划生育局', main: '21001', headings: ['21002', '21003', '21004', '21007'] }],
  }),
  kind('人力资源和社会保障局', '20801', ['20807', '20826', '20899'], [30, 90], 1_600),
  kind('民政局', '20802', ['20810', '20819', '20820', '20821'], [25, 80], 5_200),
  kind('农业农村局', '21301', ['21305', '21303'], [60, 260], 6_500, {
    fund: '2120804',
    predecessors: [{ name: '农业局', main: '21301', headings: ['21305'] }],
  }),
  kind('交通运输局', '21401', ['21406', '21404'], [40, 160], 5_800),
  kind('住房和城乡建设局', '21201', ['21203', '21205', '22101'], [40, 130], 7_200, { fund: '2120803' }),
  kind('水利局', '21303', ['21305', '21103'], [40, 150], 4_800),
  kind('自然资源局', '22001', ['21103', '21302'], [60, 180], 3_900, {
    fund: '2120801',
    predecessors: [{ name: '国土资源局', main: '22001', headings: ['21103'] }],
  }),
  kind('文化和旅游局', '20701', ['20702', '20708'], [35, 140], 1_900),
  kind('应急管理局', '22401', ['22406', '22407'], [20, 60], 1_100, {
    predecessors: [{ name: '安全生产监督管理局', main: '21506', headings: ['21505'] }],
  }),
  kind('市场监督管理局', '20138', ['20114'], [80, 240], 900),
  kind('审计局', '20108', ['20103'], [20, 55], 260),
  kind('统计局', '20105', ['20104'], [15, 45], 220),
  kind('司法局', '20406', ['20499'], [35, 90], 500),
  kind('发展和改革局', '20104', ['22201', '21110'], [30, 80], 1_700),
  kind('林业局', '21302', ['21105', '21104'], [50, 220], 3_300),
  kind('退役军人事务局', '20828', ['20808', '20809'], [12, 35], 1_500),
  kind('医疗保障局', '21015', ['21012', '21013'], [12, 40], 2_600),
  kind('人民政府办公室', '20103', ['20199'], [40, 120], 1_300),
];
