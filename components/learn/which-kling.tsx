const ROWS = [
	{
		point: "Best starting point",
		turbo: "High-speed 720p and 1080p text-to-video and first-frame image-to-video",
		standard: "Standard V3 text-to-video and image-to-video workflows",
		omni: "Reference-to-video, video editing and advanced 3.0 Omni workflows",
	},
	{
		point: "Primary input",
		turbo: "Prompt or first-frame image",
		standard: "Prompt, first frame, or standard V3 image workflow",
		omni: "Prompt, image, reference video, or existing footage",
	},
	{
		point: "Speed and cost",
		turbo: "When speed and short-form iteration matter",
		standard: "When existing V3 behaviour and stability matter",
		omni: "When added control justifies a more complex workflow",
	},
	{
		point: "Editing and references",
		turbo: "Neither editing nor reference-to-video",
		standard: "Standard generation, not advanced editing",
		omni: "Reference guidance, editing, 15 s video input and output, 4K editing",
	},
	{
		point: "Use it for",
		turbo: "Short social clips, ads, product demos, prompt variants",
		standard: "Prompts already tuned around standard V3 output",
		omni: "Jobs that need reference media or edits of existing footage",
	},
] as const;

export function WhichKling() {
	return (
		<div className="grid gap-3">
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
			<section aria-label="Turbo, 3.0 and O3 compared" tabIndex={0} className="-mx-1 overflow-x-auto px-1">
				<table className="w-full min-w-136 border-collapse text-left text-sm">
					<thead>
						<tr className="border-edge border-b align-bottom">
							<td className="w-28 py-1.5" />
							<th scope="col" className="py-1.5 pr-4 font-semibold">
								Kling 3.0 Turbo
							</th>
							<th scope="col" className="py-1.5 pr-4 font-semibold">
								Kling 3.0
							</th>
							<th scope="col" className="py-1.5 font-semibold">
								Kling O3
							</th>
						</tr>
					</thead>
					<tbody>
						{ROWS.map((row) => (
							<tr key={row.point} className="border-edge border-b align-top last:border-b-0">
								<th scope="row" className="py-2 pr-4 font-normal text-quiet">
									{row.point}
								</th>
								<td className="py-2 pr-4">{row.turbo}</td>
								<td className="py-2 pr-4 text-quiet">{row.standard}</td>
								<td className="py-2 text-quiet">{row.omni}</td>
							</tr>
						))}
					</tbody>
				</table>
			</section>
			<p className="text-pretty text-quiet text-sm">
				Turbo is the speed route, not the cheapest one: standard Kling 3.0 has a lower price per second. Storyreel
				renders Turbo only; Kling 3.0 and O3 are not rendered here. After EvoLink's comparison, as stored on 2026-11-20.
			</p>
		</div>
	);
}
