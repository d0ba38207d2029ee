export type ScriptDialect = "shot" | "镜头";

/** How shots become text. `prose` is for gateways without a syntax; `native` takes the shots themselves. */
export type ShotDialect = ScriptDialect | "prose" | "native";
