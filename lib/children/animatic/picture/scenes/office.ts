import { inRoom, type RoomLight, roomLight } from "../light/rooms";
import { fillDown, glow, polygon } from "../paint/brush";
import { between } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { board, cabinets, lamp, PAPER, phone, WOOD } from "./parts/office-things";
import { fallingOutside, outlookLayer, type Pane, wetGlass } from "./parts/window";
import type { Build, SceneSet } from "./set";

const WALL = rgb("#5f6a6c");

function present(layer: Layer | null): readonly Layer[] {
	return layer ? [layer] : [];
}

/** Wall with a hole where the window is, so that what lies outside can move behind it. */
function wallPlate(build: Build, room: RoomLight, pane: Pane, floor: number): Layer {
	const { stage, light, seed } = build;
	const { unit } = stage;
	return plate(stage, {
		depth: 0.34,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 71,
		paint: (ctx, chance) => {
			const wall = inRoom(room, WALL);
			ctx.beginPath();
			ctx.rect(stage.left, stage.top, stage.fullWidth, floor - stage.top);
			ctx.rect(pane.x, pane.y, pane.width, pane.height);
			ctx.fillStyle = css(wall);
			ctx.fill("evenodd");
			ctx.save();
			ctx.clip("evenodd");
			glow(
				ctx,
				pane.x + pane.width / 2,
				pane.y + pane.height * 0.6,
				80 * unit,
				mix(light.sky[3], light.glow, 0.5),
				0.5 * room.window,
			);
			fillDown(ctx, stage.left, stage.top, stage.fullWidth, floor - stage.top, [
				[0, "rgba(0,0,0,.42)"],
				[0.5, "rgba(0,0,0,.05)"],
				[1, "rgba(0,0,0,.3)"],
			]);
			ctx.restore();
			ctx.fillStyle = css(inRoom(room, scaled(WOOD, 0.7)));
			ctx.fillRect(stage.left, floor - 16 * unit, stage.fullWidth, 16 * unit);
			ctx.fillStyle = css(inRoom(room, WOOD, 1.1));
			ctx.fillRect(stage.left, floor - 17 * unit, stage.fullWidth, 1.4 * unit);
			for (let x = stage.left; x < stage.right; x += 13 * unit) {
				ctx.fillStyle = css(inRoom(room, scaled(WOOD, 0.5)));
				ctx.fillRect(x, floor - 14 * unit, 0.5 * unit, 12 * unit);
			}
			fillDown(ctx, stage.left, floor, stage.fullWidth, stage.bottom - floor, [
				[0, css(inRoom(room, scaled(WOOD, 0.55)))],
				[1, css(inRoom(room, scaled(WOOD, 0.26)))],
			]);
			cabinets(ctx, build, room, chance, floor);
			board(ctx, build, room, chance, pane);
			slats(ctx, build, room, pane, floor);
			paintFrame(ctx, build, room, pane);
		},
	});
}

/** The blind's stripes of light across wall and floor. */
function slats(ctx: Ctx, { light, stage }: Build, room: RoomLight, pane: Pane, floor: number): void {
	const { unit } = stage;
	ctx.save();
	ctx.globalCompositeOperation = "screen";
	const lean = light.from * -34 * unit;
	for (let nth = 0; nth < 9; nth++) {
		const y = pane.y + pane.height * 0.3 + nth * 4.4 * unit;
		polygon(ctx, [
			[pane.x + lean, y + 15 * unit],
			[pane.x + pane.width + lean, y + 15 * unit - 5 * unit],
			[pane.x + pane.width + lean, y + 17 * unit - 5 * unit],
			[pane.x + lean, y + 17 * unit],
		]);
		const [from, to] = [pane.x + lean, pane.x + pane.width + lean];
		const soft = ctx.createLinearGradient(from, 0, to, 0);
		for (const [at, share] of [
			[0, 0],
			[0.25, 1],
			[0.7, 1],
			[1, 0],
		] as const)
			soft.addColorStop(at, css(mix(light.glow, light.sky[3], 0.4), 0.17 * (0.4 + room.window) * share));
		ctx.fillStyle = soft;
		if (y + 17 * unit < floor) ctx.fill();
	}
	ctx.restore();
}

function paintFrame(ctx: Ctx, { stage, light }: Build, room: RoomLight, pane: Pane): void {
	const { unit } = stage;
	const bar = css(inRoom(room, scaled(WOOD, 0.45)));
	ctx.fillStyle = bar;
	for (const share of [0, 0.5, 1])
		ctx.fillRect(pane.x + pane.width * share - 0.7 * unit, pane.y, 1.4 * unit, pane.height);
	ctx.fillRect(pane.x - 1.6 * unit, pane.y - 1.6 * unit, pane.width + 3.2 * unit, 2.2 * unit);
	ctx.fillRect(pane.x - 2.6 * unit, pane.y + pane.height - 0.6 * unit, pane.width + 5.2 * unit, 2.4 * unit);
	const rows = Math.floor((pane.height * 0.62) / (2.3 * unit));
	for (let row = 0; row < rows; row++) {
		const y = pane.y + row * 2.3 * unit;
		ctx.fillStyle = css(inRoom(room, rgb("#a89f8c"), 0.62), 0.94);
		ctx.fillRect(pane.x, y + 0.5 * unit, pane.width, 1.05 * unit);
		ctx.fillStyle = css(mix(light.sky[3], light.glow, 0.5), 0.5);
		ctx.fillRect(pane.x, y + 1.5 * unit, pane.width, 0.18 * unit);
	}
	ctx.strokeStyle = css(inRoom(room, rgb("#a89f8c"), 0.5));
	ctx.lineWidth = 0.2 * unit;
	ctx.beginPath();
	for (const share of [0.18, 0.5, 0.82]) {
		ctx.moveTo(pane.x + pane.width * share, pane.y);
		ctx.lineTo(pane.x + pane.width * share, pane.y + rows * 2.3 * unit + 2 * unit);
	}
	ctx.stroke();
}

/** Desk with its lamp in front; whoever is here stands or sits behind it. */
function deskPlate(build: Build, room: RoomLight, y: number): Layer {
	const { stage, light, seed } = build;
	const { unit } = stage;
	const lampX = stage.width * (light.from < 0 ? 0.24 : 0.74);
	return plate(stage, {
		depth: 1.22,
		top: y - 34 * unit,
		bottom: stage.bottom,
		seed: seed + 79,
		paint: (ctx, chance) => {
			fillDown(ctx, stage.left, y, stage.fullWidth, stage.bottom - y, [
				[0, css(inRoom(room, WOOD, 1.05))],
				[0.12, css(inRoom(room, WOOD, 0.6))],
				[1, css(inRoom(room, WOOD, 0.24))],
			]);
			ctx.fillStyle = css(mix(inRoom(room, WOOD), room.lamp, 0.4), 0.8);
			ctx.fillRect(stage.left, y, stage.fullWidth, 0.36 * unit);
			for (let nth = 0; nth < 4; nth++) {
				const x = stage.width * between(chance, 0.36, 0.62);
				polygon(ctx, [
					[x, y + unit * (2.4 + nth)],
					[x + 13 * unit, y + unit * (1.6 + nth)],
					[x + 15 * unit, y + unit * (3.8 + nth)],
					[x + 1.6 * unit, y + unit * (4.8 + nth)],
				]);
				ctx.fillStyle = css(inRoom(room, scaled(PAPER, between(chance, 0.7, 0.95))));
				ctx.fill();
			}
			phone(ctx, room, stage.width * (light.from < 0 ? 0.72 : 0.2), y + 2 * unit, unit);
			lamp(ctx, room, lampX, y + 2.4 * unit, unit);
		},
	});
}

/** A detective's kind of office: blinds, rain on the glass, a lamp on the desk. */
export function office(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, width, height } = stage;
	const room = roomLight(shot.time === "day" && (light.wet || shot.mood === "noir") ? "dusk" : shot.time, light);
	const floor = height * 0.76;
	const paneWide = (stage.tall ? 46 : 56) * unit;
	const pane: Pane = {
		x: light.from < 0 ? width * (stage.tall ? 0.08 : 0.13) : width * (stage.tall ? 0.92 : 0.87) - paneWide,
		y: floor - (stage.tall ? 78 : 62) * unit,
		width: paneWide,
		height: 42 * unit,
	};
	const desk = height * (stage.tall ? 0.72 : 0.74);
	const warm = room.lamps > 0.3;
	return {
		behind: [
			outlookLayer(build, pane, "city"),
			...present(fallingOutside(build, pane)),
			...present(wetGlass(build, pane)),
			wallPlate(build, room, pane, floor),
		],
		before: [deskPlate(build, room, desk)],
		focus: { x: width * 0.45, y: height * 0.46 },
		ground: {
			y: height * 0.97,
			height: (stage.tall ? 92 : 68) * unit,
			traffic: "indoors",
			seat: "chair",
			horizon: floor,
			falling: {
				shadow: rgb("#141622"),
				shadowShare: warm ? 0.26 : 0.1,
				key: warm ? room.lamp : light.sun,
				keyShare: warm ? 0.24 : 0.16,
				from: light.from,
				rim: mix(light.sky[3], light.glow, 0.5),
				rimShare: 0.6,
			},
			shadow: { alpha: 0, length: 0, slant: 0 },
			mirror: 0,
		},
	};
}
