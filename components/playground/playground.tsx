"use client";

import { NewsProvider } from "@/components/news/news-context";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import { DeskProvider } from "./desk-context";
import { ScreenProvider } from "./screen";
import { Workspace } from "./workspace";

interface PlaygroundProps {
	readonly initial: Extract<TakesNews, { kind: "whole" }>;
	/** Gateways the operator has a key for. */
	readonly operatorGateways: readonly GatewayId[];
}

export function Playground({ initial, operatorGateways }: PlaygroundProps) {
	return (
		<NewsProvider initial={initial}>
			<DeskProvider>
				<ScreenProvider>
					<Workspace operatorGateways={operatorGateways} />
				</ScreenProvider>
			</DeskProvider>
		</NewsProvider>
	);
}
