"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";
import type { Draft } from "@/lib/domain/draft";
import { createDraftDesk, type DeskState, type DraftDesk, FIRST_STATE } from "./draft-desk";

const DeskContext = createContext<DraftDesk | null>(null);

const NO_STORAGE = { getItem: () => null, setItem: () => undefined };

export function DeskProvider({ children }: { children: ReactNode }) {
	const [desk] = useState(() =>
		createDraftDesk(typeof window === "undefined" ? NO_STORAGE : window.localStorage, () => Date.now()),
	);
	return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): DraftDesk {
	const desk = useContext(DeskContext);
	if (!desk) throw new Error("This part of the screen needs the desk around it.");
	return desk;
}

/** While the page wakes up it shows what the server drew; then what this browser kept. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
	const desk = useDesk();
	return useSyncExternalStore(
		desk.subscribe,
		() => select(desk.getState()),
		() => select(FIRST_STATE),
	);
}

export function useDraft(): Draft {
	return useDeskState((state) => state.history.present);
}
