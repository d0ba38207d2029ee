import type { Metadata } from "next";
import { buttonLook } from "@/components/ui/button";
import { Slate } from "@/components/ui/slate";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
	return (
		<Slate middle="missing" title="Nothing is here">
			<p className="text-pretty text-lg text-quiet">The address may be mistyped, or what it led to has been removed.</p>
			<p className="mt-2">
				<a className={buttonLook("primary", "h-11 text-base")} href="/">
					Go to the playground
				</a>
			</p>
		</Slate>
	);
}
