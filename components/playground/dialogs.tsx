"use client";

import dynamic from "next/dynamic";
import type { Generate } from "@/components/generate/use-generate";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { useScreen } from "./screen";

const AskDialog = dynamic(() => import("@/components/generate/ask-dialog").then((module) => module.AskDialog));
const KeysDialog = dynamic(() => import("@/components/keys/keys-dialog").then((module) => module.KeysDialog));
const LearnSheet = dynamic(() => import("@/components/learn/learn-sheet").then((module) => module.LearnSheet));
const ReceiptDialog = dynamic(() =>
	import("@/components/receipt/receipt-dialog").then((module) => module.ReceiptDialog),
);

interface DialogsProps {
	readonly generate: Generate;
	readonly operatorGateways: readonly GatewayId[];
}

/** Fetched when first opened: most visits need none of them. */
export function Dialogs({ generate, operatorGateways }: DialogsProps) {
	const { dialog, closeDialog } = useScreen();
	if (generate.state.kind === "asking") return <AskDialog generate={generate} />;
	switch (dialog.kind) {
		case "none":
			return null;
		case "learn":
			return <LearnSheet open onClose={closeDialog} />;
		case "keys":
			return <KeysDialog first={dialog.gateway} operatorGateways={operatorGateways} onClose={closeDialog} />;
		case "receipt":
			return <ReceiptDialog takeId={dialog.takeId} onClose={closeDialog} />;
	}
}
