"use client";

import { FirstFrame } from "@/components/image/first-frame";
import { PromptBox } from "@/components/prompt/prompt-box";
import { GatewayList } from "@/components/quote/gateway-list";
import { Settings } from "@/components/settings/settings";
import { ShotList } from "@/components/timeline/shot-list";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { ExamplesMenu } from "./examples-menu";
import { ModeSwitch } from "./mode-switch";
import { UndoButtons } from "./undo-buttons";

interface ComposeProps {
	readonly keyTexts: Readonly<Partial<Record<GatewayId, string>>>;
}

export function Compose({ keyTexts }: ComposeProps) {
	return (
		<div className="grid grid-cols-1 gap-4 p-4 desk:px-5">
			<h2 className="sr-only">Compose</h2>
			<div className="grid grid-cols-1 gap-3">
				<div className="flex flex-wrap items-center justify-between gap-2">
					<ModeSwitch />
					<div className="flex items-center">
						<UndoButtons />
						<ExamplesMenu />
					</div>
				</div>
				<PromptBox />
				<ShotList />
			</div>
			<FirstFrame />
			<Settings />
			<GatewayList keyTexts={keyTexts} />
		</div>
	);
}
