"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** On narrow screens the list is far from the button: this says who is chosen, and leads there. */
export function GatewayJump({ label }: { label: string }) {
	function jump() {
		const chosen = document.querySelector<HTMLInputElement>("#gateways input:checked");
		chosen?.scrollIntoView({ block: "center" });
		chosen?.focus({ preventScroll: true });
	}
	return (
		<Button className="h-11 min-w-0 shrink! desk:hidden" onClick={jump}>
			<span className="truncate">{label}</span>
			<span className="sr-only">, choose another gateway</span>
			<Icon name="caret" className="-mr-1 shrink-0 rotate-180 text-quiet" />
		</Button>
	);
}
