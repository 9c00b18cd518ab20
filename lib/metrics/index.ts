import { agencyOperatingCostPerPerson } from './agencyOperatingCostPerPerson';
import { basicShare } from './basicShare';
import { budgetCompletion } from './budgetCompletion';
import { classShare } from './classShare';
import { expenditurePerPerson } from './expenditurePerPerson';
import { growthAgencyOperatingCost } from './growthAgencyOperatingCost';
import { growthGeneralBudget } from './growthGeneralBudget';
import { growthTotal } from './growthTotal';
import type { Metric } from './metric';
import { operatingShare } from './operatingShare';
import { personnelShare } from './personnelShare';
import { priorAgencyOperatingCost } from './priorAgencyOperatingCost';
import { priorGeneralBudget } from './priorGeneralBudget';
import { priorTotal } from './priorTotal';
import { projectShare } from './projectShare';
import { staffAgainstQuota } from './staffAgainstQuota';

export const METRICS: readonly Metric[] = [
  basicShare,
  projectShare,
  growthTotal,
  growthGeneralBudget,
  growthAgencyOperatingCost,
  priorTotal,
  priorGeneralBudget,
  priorAgencyOperatingCost,
  budgetCompletion,
  personnelShare,
  operatingShare,
  expenditurePerPerson,
  classShare,
  agencyOperatingCostPerPerson,
  staffAgainstQuota,
];

export function findMetric(id: string): Metric {
  const found = METRICS.find((metric) => metric.id === id);
  if (!found) throw new Error(`unknown metric: ${id}`);
  return found;
}
