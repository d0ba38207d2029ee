import type { Composition, Draft, Mode, Prose } from "../draft";
import { unreachable } from "../result";
import type { Shots } from "../shot";

export function switchMode(draft: Draft, mode: Mode): Draft {
	const { composition } = draft;
	if (composition.mode === mode) return draft;
	return { ...draft, composition: otherMode(composition) };
}

function otherMode(composition: Composition): Composition {
	switch (composition.mode) {
		case "one-shot": {
			const { prose, shelvedShots } = composition;
			return { mode: "shots", shots: shelvedShots ?? carryOver(prose), shelvedProse: prose };
		}
		case "shots": {
			const { shots, shelvedProse } = composition;
			const shelvedShots = isCarryOver(shots, shelvedProse) ? null : shots;
			return { mode: "one-shot", prose: shelvedProse, shelvedShots };
		}
		default:
			return unreachable(composition);
	}
}

function carryOver(prose: Prose): Shots {
	return [{ id: 1, seconds: prose.seconds, words: prose.text }];
}

/** Shots nobody has touched follow the prose: shelving them would bring back an old version of it. */
function isCarryOver(shots: Shots, prose: Prose): boolean {
	const [shot, ...others] = shots;
	return others.length === 0 && shot?.words === prose.text && shot.seconds === prose.seconds;
}
