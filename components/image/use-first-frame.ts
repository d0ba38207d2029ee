"use client";

import { useRef, useState } from "react";
import { useDesk } from "@/components/playground/desk-context";
import type { ImageRef } from "@/lib/domain/draft";
import { removeImage, setImage } from "@/lib/domain/draft/settings";
import { type Crop, type ImageProblem, type ImageSource, takeIn } from "./image-api";

const FIRST_BACKING = "#ffffff";
/** A colour picker tells every colour on the way; only the one it rests on is uploaded. */
const PICKING_PAUSE_MS = 500;

type Phase =
	| { readonly kind: "idle" }
	| { readonly kind: "taking-in"; readonly fraction: number }
	| { readonly kind: "refused"; readonly problem: ImageProblem; readonly source: ImageSource["kind"] };

/** The picture on its way into the draft. Its source is kept, so that another crop or backing starts from the original. */
export interface FirstFrame {
	readonly phase: Phase;
	readonly hasAlpha: boolean;
	readonly backing: string;
	/** True while the original is at hand. */
	readonly canRedo: boolean;
	/** `true` once it is in the draft. */
	take(source: ImageSource): Promise<boolean>;
	/** One that is stored already. */
	use(image: ImageRef): void;
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
	/** The latest wish wins, however slow an earlier one is. */
	const latest = useRef(0);

	async function run(from: ImageSource, onto: string, crop: Crop | null): Promise<boolean> {
		const mine = begin(from);
		const tell = (next: Phase) => mine === latest.current && setPhase(next);
		tell({ kind: "taking-in", fraction: 0 });
		const taking = takeIn(from, { backing: onto, crop }, (fraction) => tell({ kind: "taking-in", fraction }));
		const taken = await desk.awaitPicture(taking);
		if (mine !== latest.current) return false;
		if (!taken.ok) {
			tell({ kind: "refused", problem: taken.problem, source: from.kind });
			return false;
		}
		tell({ kind: "idle" });
		setHasAlpha(taken.value.hasAlpha);
		desk.edit(setImage(desk.getState().history.present, taken.value.image));
		return true;
	}

	function begin(from: ImageSource | null): number {
		clearTimeout(picking.current);
		setSource(from);
		latest.current += 1;
		return latest.current;
	}

	function rest() {
		begin(null);
		setHasAlpha(false);
		setPhase({ kind: "idle" });
	}

	return {
		phase,
		hasAlpha,
		backing,
		canRedo: source !== null,
		take: (next) => run(next, backing, null),
		use(image) {
			rest();
			desk.edit(setImage(desk.getState().history.present, image));
		},
		chooseBacking(next) {
			setBacking(next);
			clearTimeout(picking.current);
			if (source) picking.current = setTimeout(() => void run(source, next, null), PICKING_PAUSE_MS);
		},
		crop: (crop) => source && void run(source, backing, crop),
		remove() {
			rest();
			desk.edit(removeImage(desk.getState().history.present));
		},
	};
}
