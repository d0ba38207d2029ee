import type { Shots } from "../shot";
import { deleteShot } from "./delete-shot";
import { duplicateShot } from "./duplicate-shot";
import type { ShotsEdit } from "./edit-problem";
import { insertShot } from "./insert-shot";
import { moveShotEarlier, moveShotLater } from "./move-shot";
import { splitShot } from "./split-shot";
import type { Trim } from "./trim";

/** What each button would do now: the shots after a press, or why it cannot be pressed. */
export interface AvailableEdits {
	readonly add: ShotsEdit;
	readonly shots: readonly ShotEdits[];
}

export interface ShotEdits {
	readonly split: ShotsEdit;
	readonly duplicate: ShotsEdit;
	readonly delete: ShotsEdit;
	readonly moveEarlier: ShotsEdit;
	readonly moveLater: ShotsEdit;
}

export function availableEdits(shots: Shots, trim: Trim): AvailableEdits {
	return {
		add: insertShot(shots, shots.length, trim),
		shots: shots.map((_, index) => ({
			split: splitShot(shots, index),
			duplicate: duplicateShot(shots, index, trim),
			delete: deleteShot(shots, index, trim),
			moveEarlier: moveShotEarlier(shots, index),
			moveLater: moveShotLater(shots, index),
		})),
	};
}
