"use client";

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { Draft } from "@/lib/domain/draft";
import { createDraftDesk, type DeskState, type DraftDesk, FIRST_STATE } from "./draft-desk";

const DeskContext = createContext<DraftDesk | null>(null);

const NO_STORAGE = { getItem: () => null, setItem: () => undefined, clear: () => undefined };

/** Where it is forbidden, already the name throws. */
function storage(name: "sessionStorage" | "localStorage") {
	try {
		return typeof window === "undefined" ? NO_STORAGE : window[name];
	} catch {
		return NO_STORAGE;
	}
}

export function DeskProvider({ children }: { children: ReactNode }) {
	const [desk] = useState(() =>
		createDraftDesk({ tab: storage("sessionStorage"), browser: storage("localStorage") }, Date.now),
	);
	useEffect(() => {
		window.addEventListener("storage", onForgotten);
		return () => window.removeEventListener("storage", onForgotten);
	}, []);
	return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Another tab has had this browser forgotten, which empties the storage as a whole. */
function onForgotten({ key }: StorageEvent): void {
	if (key !== null) return;
	storage("sessionStorage").clear();
	window.location.reload();
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
