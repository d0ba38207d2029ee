"use client";

import { lazy, Suspense, useDeferredValue } from "react";
import { INGREDIENTS } from "@/lib/domain/prose/ingredient-list";
import { IngredientTicks } from "./ingredient-ticks";

// The words that prose is read by are many: they are fetched when there is something to read.
const ReadTicks = lazy(() => import("./read-ticks").then(({ ReadTicks }) => ({ default: ReadTicks })));
const SpeechCheck = lazy(() => import("./speech-check").then(({ SpeechCheck }) => ({ default: SpeechCheck })));
const ShotsOffer = lazy(() => import("./shots-offer").then(({ ShotsOffer }) => ({ default: ShotsOffer })));

const UNREAD = <IngredientTicks ingredients={INGREDIENTS.map((words) => ({ ...words, found: null }))} />;

/** Like the readings below it comes after the keystroke, never in its way. */
export function TicksOf({ text }: { text: string }) {
	const read = useDeferredValue(text);
	return read === "" ? (
		UNREAD
	) : (
		<Suspense fallback={UNREAD}>
			<ReadTicks text={read} />
		</Suspense>
	);
}

interface ReadingProps {
	readonly text: string;
	readonly seconds: number;
}

export function SpeechIn({ text, seconds }: ReadingProps) {
	const read = useDeferredValue(text);
	return (
		read !== "" && (
			<Suspense>
				<SpeechCheck words={read} seconds={seconds} />
			</Suspense>
		)
	);
}

export function ShotsIn({ text, seconds }: ReadingProps) {
	const read = useDeferredValue(text);
	return (
		read !== "" && (
			<Suspense>
				<ShotsOffer text={read} seconds={seconds} />
			</Suspense>
		)
	);
}
