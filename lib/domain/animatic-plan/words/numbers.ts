import type { Entry } from "./entry";

export const NUMBERS: readonly Entry<number>[] = [
	{ kind: 1, en: "a|an|one|single|lone|lonely|solitary", zh: "一[个只匹条位名轮头]?" },
	{ kind: 2, en: "two|twin|pair of|both|2|double", zh: "两[个只匹条位名轮头]?|二|双" },
	{
		kind: 3,
		en: "three|trio of|triple|3|several|some|few|many|group of|flock of|herd of|crowd of|pack of|school of|dozens of|hundreds of",
		zh: "三[个只匹条位名轮头]?|几[个只匹条位名]?|一群|许多|成群",
	},
	{ kind: 4, en: "four|five|six|seven|4|5|6", zh: "四|五|六" },
];
