import type { Animal } from "@/lib/domain/animatic-plan/plan";
import type { Point } from "../paint/brush";
import { type Breed, isHoofed } from "./breeds";

/** Joints of a four-legged body facing right, y up, the ground at 0. */
export interface Frame {
	readonly chest: Point;
	readonly hip: Point;
	/** How much the back arches, in heights. */
	readonly arch: number;
	/** Far front, far hind, near front, near hind. */
	readonly legs: readonly [Leg, Leg, Leg, Leg];
	readonly neckLift: number;
	readonly headNod: number;
	readonly tailSwing: number;
}

export interface Leg {
	readonly root: Point;
	readonly knee: Point;
	/** Wrist in front, hock behind. */
	readonly ankle: Point;
	readonly paw: Point;
	readonly hind: boolean;
}

interface Stride {
	readonly cycle: number;
	/** Share of the cycle a paw is on the ground. */
	readonly duty: number;
	readonly reach: number;
	readonly lift: number;
	/** When each leg lands: far front, far hind, near front, near hind. */
	readonly lands: readonly [number, number, number, number];
}

const WALK: Stride = { cycle: 1.0, duty: 0.64, reach: 0.27, lift: 0.13, lands: [0.75, 0.5, 0.25, 0] };
const GALLOP: Stride = { cycle: 0.54, duty: 0.28, reach: 0.42, lift: 0.3, lands: [0.62, 0.15, 0.44, 0] };

/** Heights a second over the ground, so that a planted paw stays planted. */
export function paceOf(action: Animal["action"]): number {
	const stride = action === "run" ? GALLOP : action === "walk" ? WALK : null;
	return stride ? (2 * stride.reach) / stride.duty / stride.cycle : 0;
}

const fraction = (value: number) => value - Math.floor(value);
const TURN = Math.PI * 2;

function pawAt(stride: Stride, phase: number, rootX: number): Point {
	const t = fraction(phase);
	if (t < stride.duty) return [rootX + stride.reach * (1 - (2 * t) / stride.duty), 0];
	const swing = (t - stride.duty) / (1 - stride.duty);
	const ease = swing * swing * (3 - 2 * swing);
	return [rootX + stride.reach * (2 * ease - 1), stride.lift * Math.sin(Math.PI * swing) ** 1.2];
}

/** Where the middle joint lies between two ends; `bend` 1 to the front, -1 to the back. */
function joint(from: Point, to: Point, upper: number, lower: number, bend: number): Point {
	const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
	const distance = Math.min(upper + lower - 1e-4, Math.max(Math.abs(upper - lower) + 1e-4, Math.hypot(dx, dy)));
	const along = (upper * upper - lower * lower + distance * distance) / (2 * distance);
	const off = Math.sqrt(Math.max(0, upper * upper - along * along));
	const [ux, uy] = [dx / (Math.hypot(dx, dy) || 1), dy / (Math.hypot(dx, dy) || 1)];
	return [from[0] + ux * along - bend * uy * -off, from[1] + uy * along - bend * ux * off];
}

function legTo(root: Point, paw: Point, hind: boolean, fold: number): Leg {
	const foot = hind ? 0.27 : 0.15;
	const turn = hind ? 1.82 + fold : 1.5 + fold * 1.6;
	const ankle: Point = [paw[0] + foot * Math.cos(turn), paw[1] + foot * Math.sin(turn)];
	const span = Math.hypot(ankle[0] - root[0], ankle[1] - root[1]);
	const long = Math.max(span * (hind ? 0.53 : 0.507), hind ? (root[1] - 0.22) * 0.55 : (root[1] - 0.15) * 0.508);
	return { root, ankle, paw, hind, knee: joint(root, ankle, long, long, hind ? 1 : -1) };
}

function moving(breed: Breed, stride: Stride, seconds: number, gallop: boolean): Frame {
	const phase = seconds / stride.cycle;
	const half = breed.length / 2;
	const bounce = gallop ? 0.07 * Math.sin(TURN * phase + 0.6) : 0.014 * Math.sin(TURN * phase * 2);
	const pitch = gallop ? 0.085 * Math.cos(TURN * phase + 0.4) : 0;
	const gather = gallop ? 0.1 * Math.cos(TURN * phase - 0.5) : 0;
	const chest: Point = [half * 0.76 - gather, 1 - breed.chest * 0.5 + bounce - pitch];
	const hip: Point = [-half * 0.8 + gather, 0.98 - breed.chest * 0.45 + bounce + pitch];
	const leg = (nth: 0 | 1 | 2 | 3): Leg => {
		const hind = nth % 2 === 1;
		const root: Point = hind ? [hip[0] + 0.02, hip[1] - 0.02] : [chest[0] - 0.02, chest[1] - breed.chest * 0.14];
		const at = phase - stride.lands[nth];
		const paw = pawAt(stride, at, hind ? -half * 0.8 : half * 0.74);
		return legTo(root, paw, hind, paw[1] > 0.004 ? -paw[1] * (hind ? 1.4 : -3.6) : 0);
	};
	return {
		chest,
		hip,
		arch: gallop ? 0.07 * Math.cos(TURN * phase - 0.5) : 0,
		legs: [leg(0), leg(1), leg(2), leg(3)],
		neckLift: gallop ? -14 + 6 * Math.sin(TURN * phase) : -4 + 3 * Math.sin(TURN * phase * 2),
		headNod: gallop ? 6 * Math.sin(TURN * phase + 1) : 2 * Math.sin(TURN * phase * 2 + 1),
		tailSwing: Math.sin(TURN * phase * (gallop ? 1 : 2)),
	};
}

function standing(breed: Breed, seconds: number, seed: number): Frame {
	const half = breed.length / 2;
	const breath = 0.006 * Math.sin(seconds * 2.4 + seed);
	const chest: Point = [half * 0.76, 1 - breed.chest * 0.5 + breath];
	const hip: Point = [-half * 0.8, 0.98 - breed.chest * 0.45];
	const front = (x: number) => legTo([chest[0] - 0.02, chest[1] - breed.chest * 0.14], [half * 0.74 + x, 0], false, 0);
	const back = (x: number) => legTo([hip[0] + 0.02, hip[1] - 0.02], [-half * 0.84 + x, 0], true, 0);
	return {
		chest,
		hip,
		arch: 0,
		legs: [front(0.08), back(0.1), front(-0.02), back(-0.05)],
		neckLift: 5 * Math.sin(seconds * 0.6 + seed),
		headNod: 5 * Math.sin(seconds * 0.8 + seed * 2),
		tailSwing: Math.sin(seconds * 7 + seed),
	};
}

function sitting(breed: Breed, seconds: number, seed: number): Frame {
	const half = breed.length / 2;
	const breath = 0.008 * Math.sin(seconds * 2.4 + seed);
	const chest: Point = [half * 0.36, (breed.shape === "cat" ? 0.78 : 0.98) - breed.chest * 0.2 + breath];
	const hip: Point = [-half * 0.42, breed.waist * 0.72];
	const front = (x: number) => legTo([chest[0] + 0.04, chest[1] - breed.chest * 0.2], [half * 0.5 + x, 0], false, 0);
	const back = (x: number): Leg => {
		const root: Point = [hip[0], hip[1]];
		return {
			root,
			knee: [root[0] + half * 0.5 + x, root[1] + 0.08],
			ankle: [root[0] + 0.02 + x, 0.06],
			paw: [root[0] + half * 0.58 + x, 0.01],
			hind: true,
		};
	};
	return {
		chest,
		hip,
		arch: 0.04,
		legs: [front(0.08), back(0.08), front(0), back(0)],
		neckLift: 18 + 4 * Math.sin(seconds * 0.5 + seed),
		headNod: -14 + 6 * Math.sin(seconds * 0.7 + seed * 2),
		tailSwing: Math.sin(seconds * 5 + seed),
	};
}

/** Down on its belly: a dog or cat with its chin on its paws, a horse or deer with its head up. */
function lying(breed: Breed, seconds: number, seed: number): Frame {
	const half = breed.length / 2;
	const headUp = isHoofed(breed) || breed.ruff !== undefined;
	const breath = 0.012 * Math.sin(seconds * 1.7 + seed);
	const chest: Point = [half * 0.52, breed.chest * 0.5 + breath];
	const hip: Point = [-half * 0.58, breed.waist * 0.52 + breath * 0.6];
	const front = (x: number): Leg => ({
		root: [chest[0] + 0.02, chest[1] * 0.8],
		knee: [chest[0] + 0.08 + x, breed.legWidth * 1.1],
		ankle: [chest[0] + 0.2 + x, breed.legWidth * 0.8],
		paw: [chest[0] + 0.32 + x, 0],
		hind: false,
	});
	const back = (x: number): Leg => ({
		root: hip,
		knee: [hip[0] + half * 0.42 + x, breed.waist * 0.42],
		ankle: [hip[0] + 0.06 + x, breed.legWidth * 0.7],
		paw: [hip[0] + half * 0.5 + x, 0],
		hind: true,
	});
	return {
		chest,
		hip,
		arch: 0.03,
		legs: [front(0.07), back(0.06), front(0), back(0)],
		neckLift: (headUp ? -6 : -52) + 2 * Math.sin(seconds * 1.7 + seed),
		headNod: headUp ? 6 : 10,
		tailSwing: 0.3 * Math.sin(seconds * 1.1 + seed),
	};
}

export function frameAt(breed: Breed, action: Animal["action"], seconds: number, seed: number): Frame {
	if (action === "run") return moving(breed, GALLOP, seconds + seed * 0.13, true);
	if (action === "walk") return moving(breed, WALK, seconds + seed * 0.17, false);
	const resting = action === "lie" || action === "sit";
	if (resting && breed.shape === "elephant") return standing(breed, seconds, seed);
	if (action === "lie" || (action === "sit" && isHoofed(breed))) return lying(breed, seconds, seed);
	return action === "sit" ? sitting(breed, seconds, seed) : standing(breed, seconds, seed);
}
