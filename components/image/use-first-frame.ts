"use client";

import { useRef, useState } from "react";
import { useDesk } from "@/components/playground/desk-context";
import { removeImage, setImage } from "@/lib/domain/draft/settings";
import { type Crop, type ImageProblem, type ImageSource, takeIn } from "./image-api";

const FIRST_BACKING = "#ffffff";
/** A colour picker tells every colour on the way; only the one it rests on is uploaded. */
const PICKING_PAUSE_MS = 500;

type Phase =
	| { readonly kind: "idle" }
	| { readonly kind: "taking-in"; readonly fraction: number }
	| { readonly kind: "refused"; readonly problem: ImageProblem };

/** The picture on its way into the draft. Its source is kept, so that another crop or backing starts from the original. */
export interface FirstFrame {
	readonly phase: Phase;
	readonly hasAlpha: boolean;
	readonly backing: string;
	/** True while the original is at hand. */
	readonly canRedo: boolean;
	take(source: ImageSource): void;
	chooseBacking(backing: string): void;
	crop(crop: Crop): void;
	remove(): void;
}

export function useFirstFrame(): FirstFrame {
	const desk = useDesk();
	const [phase, setPhase] = useState<Phase>({ kind: "idle" });
	const [source, setSource] = useState<ImageSource | null>(null);
	const [hasAlpha, setHasAlpha] = useState(false);
	const [backing, setBacking] = useState(FIRST_BACKING);
	const picking = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

	async function run(from: ImageSource, onto: string, crop: Crop | null) {
		setSource(from);
		setPhase({ kind: "taking-in", fraction: 0 });
		const taken = await takeIn(from, { backing: onto, crop }, (fraction) => setPhase({ kind: "taking-in", fraction }));
		if (!taken.ok) return setPhase({ kind: "refused", problem: taken.problem });
		setPhase({ kind: "idle" });
		setHasAlpha(taken.value.hasAlpha);
		desk.edit(setImage(desk.getState().history.present, taken.value.image));
	}

	return {
		phase,
		hasAlpha,
		backing,
		canRedo: source !== null,
		take: (next) => void run(next, backing, null),
		chooseBacking(next) {
			setBacking(next);
			clearTimeout(picking.current);
			if (source) picking.current = setTimeout(() => void run(source, next, null), PICKING_PAUSE_MS);
		},
		crop: (crop) => source && void run(source, backing, crop),
		remove() {
			setSource(null);
			setHasAlpha(false);
			setPhase({ kind: "idle" });
			desk.edit(removeImage(desk.getState().history.present));
		},
	};
}
