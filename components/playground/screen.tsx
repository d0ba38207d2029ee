"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { TakeId } from "@/lib/domain/ids";

/** One dialog at a time, each with what it is about. */
export type OpenDialog =
	| { readonly kind: "none" }
	| { readonly kind: "learn" }
	| { readonly kind: "keys"; readonly gateway: GatewayId | null }
	| { readonly kind: "receipt"; readonly takeId: TakeId };

export interface Screen {
	/** What the Stage shows; `null` for the newest. `byClick` lets a film start with sound. */
	readonly shown: { readonly takeId: TakeId | null; readonly byClick: boolean };
	show(takeId: TakeId, byClick: boolean): void;
	readonly dialog: OpenDialog;
	openDialog(dialog: OpenDialog): void;
	closeDialog(): void;
}

const ScreenContext = createContext<Screen | null>(null);

export function ScreenProvider({ children }: { children: ReactNode }) {
	const [shown, setShown] = useState<Screen["shown"]>({ takeId: null, byClick: false });
	const [dialog, setDialog] = useState<OpenDialog>({ kind: "none" });
	const screen: Screen = {
		shown,
		show: (takeId, byClick) => setShown({ takeId, byClick }),
		dialog,
		openDialog: setDialog,
		closeDialog: () => setDialog({ kind: "none" }),
	};
	return <ScreenContext value={screen}>{children}</ScreenContext>;
}

export function useScreen(): Screen {
	const screen = useContext(ScreenContext);
	if (!screen) throw new Error("This part needs the screen around it.");
	return screen;
}
