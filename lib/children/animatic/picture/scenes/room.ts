import { inRoom, type RoomLight, roomLight } from "../light/rooms";
import { blob, fillDown, flatGlow, glow } from "../paint/brush";
import { between, type Chance, pick } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { fallingOutside, outlookLayer, type Pane, wetGlass } from "./parts/window";
import type { Build, SceneSet } from "./set";

const WALLS = ["#c7a98a", "#a9b3a0", "#b99a95", "#b8ab94"] as const;
const OAK = rgb("#9a6d47");
const SOFA = ["#8a4a3c", "#3f6a68", "#6a6f8a"] as const;
const BOOKS = ["#8a4438", "#3f5f6a", "#b08a4c", "#6a3f52", "#4a6a4c", "#c9b48c"] as const;
const LEAF = rgb("#4a7a4a");

function present(layer: Layer | null): readonly Layer[] {
	return layer ? [layer] : [];
}

function curtain(ctx: Ctx, room: RoomLight, x: number, y: number, width: number, tall: number, tone: Rgb): void {
	const folds = 5;
	for (let nth = 0; nth < folds; nth++) {
		const at = x + (width * nth) / folds;
		const fold = ctx.createLinearGradient(at, 0, at + width / folds, 0);
		fold.addColorStop(0, css(inRoom(room, tone, 0.66)));
		fold.addColorStop(0.45, css(inRoom(room, tone, 1.06)));
		fold.addColorStop(1, css(inRoom(room, tone, 0.6)));
		ctx.fillStyle = fold;
		ctx.fillRect(at, y, width / folds + 1, tall);
	}
}

function shelves(ctx: Ctx, room: RoomLight, chance: Chance, x: number, floor: number, unit: number): void {
	const [wide, tall, rows] = [34 * unit, 66 * unit, 5];
	ctx.fillStyle = css(inRoom(room, OAK, 0.42));
	ctx.fillRect(x, floor - tall, wide, tall);
	for (let row = 0; row < rows; row++) {
		const foot = floor - tall + ((row + 1) * tall) / rows - unit;
		for (let at = x + 1.5 * unit; at < x + wide - 3 * unit; ) {
			if (chance() < 0.14) {
				at += unit * between(chance, 3, 6);
				continue;
			}
			const [w, h] = [unit * between(chance, 1, 2.2), unit * between(chance, 6.4, 10)];
			ctx.fillStyle = css(inRoom(room, rgb(pick(chance, BOOKS)), between(chance, 0.7, 1)));
			ctx.fillRect(at, foot - h, w, h);
			at += w + 0.15 * unit;
		}
		ctx.fillStyle = css(inRoom(room, OAK, 0.95));
		ctx.fillRect(x, foot, wide, 1.1 * unit);
	}
	for (const side of [x - 0.8 * unit, x + wide - 0.6 * unit])
		ctx.fillRect(side, floor - tall - unit, 1.4 * unit, tall + unit);
	ctx.fillRect(x - 0.8 * unit, floor - tall - 1.4 * unit, wide + 1.6 * unit, 1.6 * unit);
}

function pictures(ctx: Ctx, room: RoomLight, chance: Chance, x: number, y: number, unit: number): void {
	for (const [dx, dy, w, h] of [
		[0, 0, 10, 13],
		[12.4, 3, 8, 8],
		[12.4, -7, 8, 8],
	] as const) {
		ctx.fillStyle = css(inRoom(room, scaled(OAK, 0.5)));
		ctx.fillRect(x + dx * unit, y + dy * unit, w * unit, h * unit);
		ctx.fillStyle = css(inRoom(room, rgb("#e4dac4")));
		ctx.fillRect(x + (dx + 0.8) * unit, y + (dy + 0.8) * unit, (w - 1.6) * unit, (h - 1.6) * unit);
		ctx.fillStyle = css(inRoom(room, rgb(pick(chance, BOOKS))));
		ctx.beginPath();
		ctx.arc(x + (dx + w / 2) * unit, y + (dy + h * 0.56) * unit, w * 0.24 * unit, 0, Math.PI * 2);
		ctx.fill();
	}
}

function wallPlate(build: Build, room: RoomLight, pane: Pane, floor: number): Layer {
	const { stage, light, seed } = build;
	const { unit } = stage;
	return plate(stage, {
		depth: 0.34,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 81,
		paint: (ctx, chance) => {
			const wall = rgb(pick(chance, WALLS));
			ctx.beginPath();
			ctx.rect(stage.left, stage.top, stage.fullWidth, floor - stage.top);
			ctx.rect(pane.x, pane.y, pane.width, pane.height);
			ctx.fillStyle = css(inRoom(room, wall));
			ctx.fill("evenodd");
			ctx.save();
			ctx.clip("evenodd");
			glow(ctx, pane.x + pane.width / 2, pane.y + pane.height * 0.7, 84 * unit, light.glow, 0.4 * room.window);
			fillDown(ctx, stage.left, stage.top, stage.fullWidth, floor - stage.top, [
				[0, "rgba(10,6,8,.4)"],
				[0.6, "rgba(10,6,8,0)"],
			]);
			ctx.restore();
			const far =
				light.from < 0 ? stage.width * (stage.tall ? 0.62 : 0.7) : stage.width * (stage.tall ? 0.38 : 0.3) - 34 * unit;
			shelves(ctx, room, chance, far, floor, unit);
			if (!stage.tall)
				pictures(
					ctx,
					room,
					chance,
					light.from < 0 ? pane.x + pane.width + 15 * unit : pane.x - 36 * unit,
					floor - 54 * unit,
					unit,
				);
			ctx.fillStyle = css(inRoom(room, scaled(wall, 0.9), 1.15));
			ctx.fillRect(stage.left, floor - 3 * unit, stage.fullWidth, 3 * unit);
			fillDown(ctx, stage.left, floor, stage.fullWidth, stage.bottom - floor, [
				[0, css(inRoom(room, OAK, 0.62))],
				[1, css(inRoom(room, OAK, 0.34))],
			]);
			boards(ctx, build, room, floor);
			lightPool(ctx, build, room, pane, floor);
			const bars = css(inRoom(room, rgb("#efe6d6"), 0.92));
			ctx.fillStyle = bars;
			for (const share of [0, 0.5, 1])
				ctx.fillRect(pane.x + pane.width * share - 0.8 * unit, pane.y, 1.6 * unit, pane.height);
			for (const share of [0, 0.46, 1])
				ctx.fillRect(pane.x - unit, pane.y + pane.height * share - 0.8 * unit, pane.width + 2 * unit, 1.6 * unit);
			ctx.fillRect(pane.x - 3 * unit, pane.y + pane.height, pane.width + 6 * unit, 1.8 * unit);
			const cloth = mix(wall, rgb("#e8dcc8"), 0.55);
			curtain(ctx, room, pane.x - 10 * unit, pane.y - 4 * unit, 11 * unit, floor - pane.y - 2 * unit, cloth);
			curtain(ctx, room, pane.x + pane.width - unit, pane.y - 4 * unit, 11 * unit, floor - pane.y - 2 * unit, cloth);
			ctx.fillStyle = css(inRoom(room, scaled(OAK, 0.6)));
			ctx.fillRect(pane.x - 14 * unit, pane.y - 5.4 * unit, pane.width + 28 * unit, 1.2 * unit);
		},
	});
}

function boards(ctx: Ctx, { stage }: Build, room: RoomLight, floor: number): void {
	ctx.strokeStyle = css(inRoom(room, scaled(OAK, 0.3)), 0.7);
	ctx.lineWidth = 0.22 * stage.unit;
	ctx.beginPath();
	for (let nth = -14; nth <= 14; nth++) {
		ctx.moveTo(stage.width / 2 + nth * 7 * stage.unit, floor);
		ctx.lineTo(stage.width / 2 + nth * 22 * stage.unit, stage.bottom);
	}
	ctx.stroke();
}

function lightPool(ctx: Ctx, { stage, light }: Build, room: RoomLight, pane: Pane, floor: number): void {
	if (room.window < 0.4 || light.clear < 0.3) return;
	const { unit } = stage;
	ctx.save();
	ctx.globalCompositeOperation = "screen";
	ctx.fillStyle = css(light.glow, 0.3 * room.window);
	for (const half of [0, 1]) {
		const x = pane.x + pane.width * (0.03 + half * 0.5) - light.from * 12 * unit;
		ctx.beginPath();
		ctx.moveTo(x, floor + 4 * unit);
		ctx.lineTo(x + pane.width * 0.44, floor + 4 * unit);
		ctx.lineTo(x + pane.width * 0.44 - light.from * 12 * unit, floor + 19 * unit);
		ctx.lineTo(x - light.from * 12 * unit, floor + 19 * unit);
		ctx.fill();
	}
	ctx.restore();
}

/** Rug, armchair side, plant and a standing lamp. */
function furniture(build: Build, room: RoomLight, floor: number): Layer {
	const { stage, light, seed } = build;
	const { unit, width } = stage;
	const lampX = width * (light.from < 0 ? 0.62 : 0.36);
	const plantX = width * (light.from < 0 ? 0.03 : 0.97);
	return plate(stage, {
		depth: 0.72,
		top: floor - 62 * unit,
		bottom: floor + 24 * unit,
		seed: seed + 83,
		paint: (ctx, chance) => {
			const cloth = rgb(pick(chance, SOFA));
			ctx.fillStyle = css(inRoom(room, mix(cloth, rgb("#d8c8a8"), 0.5), 0.8));
			ctx.beginPath();
			ctx.ellipse(width * 0.48, floor + 13 * unit, 52 * unit, 8 * unit, 0, 0, Math.PI * 2);
			ctx.fill();
			ctx.strokeStyle = css(inRoom(room, cloth, 0.8));
			ctx.lineWidth = 0.9 * unit;
			ctx.beginPath();
			ctx.ellipse(width * 0.48, floor + 13 * unit, 47 * unit, 6.8 * unit, 0, 0, Math.PI * 2);
			ctx.stroke();
			plant(ctx, room, chance, plantX, floor + 5 * unit, unit);
			standingLamp(ctx, room, lampX, floor + 3 * unit, unit);
		},
	});
}

function plant(ctx: Ctx, room: RoomLight, chance: Chance, x: number, base: number, unit: number): void {
	for (let nth = 0; nth < 13; nth++) {
		const turn = -Math.PI * (0.12 + 0.76 * (nth / 12));
		const reach = unit * between(chance, 20, 32);
		const [tipX, tipY] = [x + Math.cos(turn) * reach, base - 12 * unit + Math.sin(turn) * reach];
		const bend = between(chance, -4, 4) * unit;
		ctx.fillStyle = css(inRoom(room, LEAF, between(chance, 0.6, 1.1)));
		blob(ctx, [
			[x, base - 11 * unit],
			[(x + tipX) / 2 - 3 * unit + bend, (base - 12 * unit + tipY) / 2],
			[tipX, tipY],
			[(x + tipX) / 2 + 3 * unit + bend, (base - 9 * unit + tipY) / 2],
		]);
		ctx.fill();
	}
	ctx.fillStyle = css(inRoom(room, rgb("#b8623f")));
	ctx.beginPath();
	ctx.moveTo(x - 7 * unit, base - 12 * unit);
	ctx.lineTo(x + 7 * unit, base - 12 * unit);
	ctx.lineTo(x + 5 * unit, base);
	ctx.lineTo(x - 5 * unit, base);
	ctx.fill();
}

function standingLamp(ctx: Ctx, room: RoomLight, x: number, base: number, unit: number): void {
	const head = base - 52 * unit;
	if (room.lamps > 0.2) {
		glow(ctx, x, head + 3 * unit, 62 * unit, room.lamp, 0.55 * room.lamps);
		flatGlow(ctx, x, base, 34 * unit, 0.22, room.lamp, 0.4 * room.lamps);
	}
	ctx.fillStyle = css(inRoom(room, rgb("#3a3030")));
	ctx.fillRect(x - 0.45 * unit, head, 0.9 * unit, 52 * unit);
	ctx.beginPath();
	ctx.ellipse(x, base, 5 * unit, 1.2 * unit, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = room.lamps > 0.2 ? css(mix(room.lamp, [255, 250, 235], 0.5)) : css(inRoom(room, rgb("#e8dcc4")));
	ctx.beginPath();
	ctx.moveTo(x - 4.6 * unit, head - 6 * unit);
	ctx.lineTo(x + 4.6 * unit, head - 6 * unit);
	ctx.lineTo(x + 8 * unit, head + 5 * unit);
	ctx.lineTo(x - 8 * unit, head + 5 * unit);
	ctx.fill();
}

/** A lived-in room: curtains and weather at the window, books, a lamp, a rug on the boards. */
export function room(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, width, height } = stage;
	const lit = roomLight(shot.time, light);
	const floor = height * (stage.tall ? 0.72 : 0.7);
	const wide = (stage.tall ? 34 : 44) * unit;
	const pane: Pane = {
		x: light.from < 0 ? width * (stage.tall ? 0.14 : 0.14) : width * (stage.tall ? 0.86 : 0.86) - wide,
		y: floor - (stage.tall ? 66 : 54) * unit,
		width: wide,
		height: 38 * unit,
	};
	const warm = lit.lamps > 0.3;
	return {
		behind: [
			outlookLayer(build, pane, "garden"),
			...present(fallingOutside(build, pane)),
			...present(wetGlass(build, pane)),
			wallPlate(build, lit, pane, floor),
			furniture(build, lit, floor),
		],
		before: [],
		focus: { x: width * 0.5, y: height * 0.5 },
		ground: {
			y: height * (stage.tall ? 0.82 : 0.86),
			height: (stage.tall ? 48 : 52) * unit,
			traffic: "indoors",
			seat: "sofa",
			horizon: floor,
			falling: {
				shadow: rgb("#1c1418"),
				shadowShare: warm ? 0.2 : 0.04,
				key: warm ? lit.lamp : light.sun,
				keyShare: warm ? 0.24 : 0.16,
				from: warm ? (light.from < 0 ? 1 : -1) : light.from,
				rim: warm ? lit.lamp : light.sun,
				rimShare: 0.5,
			},
			shadow: { alpha: 0.24, length: 0.1, slant: light.from * -0.8 },
			mirror: 0.04,
		},
	};
}
