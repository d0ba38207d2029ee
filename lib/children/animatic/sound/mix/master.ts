import { scale } from "../signal/shape";
import type { Stereo } from "../stereo";
import { limit } from "./limit";
import { gainFor, integratedLufs } from "./loudness";

const TARGET_LUFS = -17;
/** The coder adds a little to every peak; what is decoded must stay under -1. */
const CEILING = gainFor(-2.2);
const PASSES = 3;
const CLOSE_LU = 0.1;

/** Brings the whole to one loudness, and its peaks under the ceiling. In place. */
export function master(sound: Stereo): void {
	for (let pass = 0; pass < PASSES; pass += 1) {
		const lacking = TARGET_LUFS - integratedLufs(sound);
		if (!Number.isFinite(lacking) || (pass > 0 && Math.abs(lacking) < CLOSE_LU)) return;
		scale(sound.left, gainFor(lacking));
		scale(sound.right, gainFor(lacking));
		limit(sound, CEILING);
	}
}
