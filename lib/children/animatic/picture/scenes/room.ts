import { inRoom, type RoomLight, roomLight } from "../light/rooms";
import { fillDown, glow } from "../paint/brush";
import { pick } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { curtain, OAK, pictures, plant, shelves, standingLamp } from "./parts/room-things";
import { fallingOutside, outlookLayer, type Pane, wetGlass } from "./parts/window";
import type { Build, SceneSet } from "./set";

const WALLS = ["#c7a98a", "#a9b3a0", "#b99a95", "#b8ab94"] as const;

const SOFA = ["#8a4a3c", "#3f6a68", "#6a6f8a"] as const;

function present(layer: Layer | null): readonly Layer[] {
	return layer ? [layer] : [];
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
			if (stage.width > stage.height * 1.3)
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
