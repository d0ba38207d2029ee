import type { SceneKind, TimeOfDay } from "@/lib/domain/animatic-plan/plan";

/** Sky from zenith to horizon; key and ambient multiply what things are painted in. */
export interface Palette {
	readonly sky: readonly [string, string, string, string];
	readonly haze: string;
	readonly glow: string;
	readonly sun: string;
	readonly rim: string;
	readonly key: readonly [number, number, number];
	readonly ambient: readonly [number, number, number];
	readonly stars: number;
}

export const TIMES: Readonly<Record<TimeOfDay, Palette>> = {
	// Dawn is pale, cool and yellow, dusk deep, warm and red: nothing else tells one low sun from the other.
	dawn: {
		sky: ["#6a82bd", "#a9b1d8", "#f3cabb", "#ffe4a8"],
		haze: "#e6cdc0",
		glow: "#ffe6a8",
		sun: "#fffbe4",
		rim: "#ffe9b4",
		key: [0.72, 0.56, 0.38],
		ambient: [0.42, 0.43, 0.56],
		stars: 0,
	},
	day: {
		sky: ["#2a6fb8", "#5b9fd4", "#9fcce6", "#e2efec"],
		haze: "#b4d3e2",
		glow: "#fff6dc",
		sun: "#fffdf2",
		rim: "#fff7e2",
		key: [0.62, 0.57, 0.46],
		ambient: [0.48, 0.54, 0.64],
		stars: 0,
	},
	dusk: {
		sky: ["#1d2350", "#573971", "#c5536a", "#ffad66"],
		haze: "#c97f72",
		glow: "#ffa75e",
		sun: "#ffe3ac",
		rim: "#ffb26e",
		key: [1.0, 0.52, 0.27],
		ambient: [0.31, 0.26, 0.43],
		stars: 0.18,
	},
	night: {
		sky: ["#040919", "#0a1836", "#152d5c", "#2a4a7c"],
		haze: "#1c3461",
		glow: "#a9c4ff",
		sun: "#f1f4ff",
		rim: "#a8c4ff",
		key: [0.27, 0.34, 0.5],
		ambient: [0.16, 0.2, 0.34],
		stars: 1,
	},
};

type Hours = Partial<Record<TimeOfDay, Partial<Palette>>>;

/** Where a place has a light of its own. */
export const SCENE_LIGHT: Readonly<Partial<Record<SceneKind, Hours>>> = {
	ocean: {
		dawn: { sky: ["#5f86c2", "#a3b4dc", "#f6cdb8", "#ffe9ae"] },
		dusk: { sky: ["#261f4d", "#7a3468", "#e0614f", "#ffc06a"], haze: "#d9805f" },
		night: { sky: ["#030817", "#07162f", "#0f2b4c", "#25506f"], haze: "#153450" },
	},
	beach: {
		day: { sky: ["#1f7fc4", "#4fb2de", "#9fdcea", "#eef6e6"], haze: "#b7e0e4" },
		dusk: { sky: ["#3a3a78", "#9a5a8c", "#f08a6a", "#ffd186"], haze: "#eaa27c", ambient: [0.4, 0.33, 0.42] },
	},
	city: {
		dusk: { sky: ["#1f2757", "#5a4380", "#c9697f", "#ffb184"], haze: "#a8708a" },
		night: { sky: ["#05081a", "#0e1436", "#24225a", "#5a3f78"], haze: "#2e2a5e", glow: "#c9a6ff", stars: 0.25 },
	},
	street: {
		night: { sky: ["#060a1c", "#0d1738", "#1d2c58", "#3e4774"], haze: "#27315f", glow: "#ffcf94", stars: 0.15 },
	},
	alley: {
		night: {
			sky: ["#05060f", "#0b0f26", "#1a1842", "#35235a"],
			haze: "#2a1f4d",
			glow: "#ff6fb0",
			stars: 0,
			rim: "#ff7fc0",
			ambient: [0.23, 0.21, 0.38],
		},
		dusk: { haze: "#8a5668" },
	},
	rooftop: {
		night: {
			sky: ["#050a20", "#111a44", "#2a2c68", "#6a4a86"],
			haze: "#39356e",
			glow: "#ffb98a",
			stars: 0.5,
			rim: "#ffc39a",
		},
	},
	forest: {
		dawn: { sky: ["#54767a", "#8fae9e", "#d6d3ae", "#ffecc2"], haze: "#c4cba4", glow: "#ffeab4" },
		day: {
			sky: ["#5f9a84", "#8cbf95", "#cfe3b0", "#f4f4cf"],
			haze: "#c3dba6",
			glow: "#f6ffc9",
			ambient: [0.46, 0.56, 0.48],
		},
		dusk: { sky: ["#4a3450", "#8a4e50", "#d98a54", "#ffcf86"], haze: "#c8804f", glow: "#ffc070" },
		night: { sky: ["#04101a", "#0a2330", "#17424a", "#3a6c6a"], haze: "#1a3f46", glow: "#b9f2e0" },
	},
	meadow: {
		day: { sky: ["#3c86cf", "#71b3e6", "#b6dcf0", "#f3f4e2"], haze: "#c2dede" },
		dawn: { sky: ["#7590c8", "#b3bde0", "#f5d2c0", "#ffebb4"], haze: "#e8d4c0" },
	},
	desert: {
		day: { sky: ["#3d86c4", "#7fb4d4", "#cfd8cc", "#f6e4bf"], haze: "#e3cfa6" },
		dawn: { sky: ["#7a8cc2", "#b9b4d4", "#f4c8b2", "#ffe2a4"], haze: "#e8c8b0" },
		dusk: { sky: ["#2a1d4d", "#7c315f", "#dc5a44", "#ffb054"], haze: "#c9694a" },
		night: { sky: ["#050a22", "#0d1a44", "#22386f", "#4a5c90"], haze: "#2b3c70" },
	},
	mountain: {
		day: { sky: ["#2363a8", "#4f92cc", "#98c6e4", "#dcecf2"], haze: "#a6c8de" },
		dusk: { sky: ["#232356", "#5b4282", "#c66a86", "#ffbe92"], haze: "#a97490" },
		night: { sky: ["#040a20", "#0a1d42", "#17386b", "#2f5d8c"], haze: "#1c3c6a" },
	},
};
