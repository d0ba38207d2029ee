"use client";

import { Button } from "@/components/ui/button";
import { Slate } from "@/components/ui/slate";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
	return (
		<Slate middle="broken" title="This page could not be shown">
			<p className="text-pretty text-lg text-quiet">
				Your takes and drafts are safe. Try again; if it stays, reload the page.
			</p>
			<p className="mt-2">
				<Button look="primary" className="h-11 text-base" onClick={reset}>
					Try again
				</Button>
			</p>
		</Slate>
	);
}
