import { describe, expect, it } from "vitest";
import { inflectRomanian } from "../../scripts/inflect/romanian.ts";

type Kind = Parameters<typeof inflectRomanian>[1];

const CASES: [kind: Kind, nominative: string, genitive: string][] = [
  ["person", "Vladimir Putin", ""],
  ["person", "Serghei Șoigu", ""],
  ["person", "Irina Tsukerman", ""],
  ["state", "Rusia", "Rusiei"],
  ["state", "Federația Rusă", "Federației Ruse"],
  ["state", "Coreea de Nord", "Coreei de Nord"],
  ["state", "Republica Populară Democrată Coreeană", "Republicii Populare Democrate Coreene"],
  ["state", "R.P.D. Coreeană", "R.P.D. Coreene"],
  ["state", "China", "Chinei"],
  ["state", "Ucraina", "Ucrainei"],
  ["state", "America", "Americii"],
  ["state", "Statele Unite", "Statelor Unite"],
  ["state", "Statele Unite ale Americii", "Statelor Unite ale Americii"],
  ["state", "Marea Britanie", "Marii Britanii"],
  ["state", "Regatul Unit", "Regatului Unit"],
  ["state", "Uniunea Sovietică", "Uniunii Sovietice"],
  ["state", "Germania nazistă", "Germaniei naziste"],
  ["state", "al Treilea Reich", ""],
  ["state", "Republica Islamică Iran", "Republicii Islamice Iran"],
  ["state", "Iran", "Iranului"],
  ["state", "Iranul", "Iranului"],
  ["state", "Hong Kong", "Hong Kongului, Hong Kong-ului"],
  ["state", "SUA", ""],
  ["organisation", "Kremlin", "Kremlinului"],
  ["organisation", "Kremlinul", "Kremlinului"],
  ["organisation", "Casa Albă", "Casei Albe"],
  ["organisation", "Uniunea Europeană", "Uniunii Europene"],
  ["organisation", "Alianța Nord-Atlantică", "Alianței Nord-Atlantice"],
  ["organisation", "Consiliul de Securitate al ONU", "Consiliului de Securitate al ONU"],
  ["organisation", "gruparea paramilitară Wagner", "grupării paramilitare Wagner"],
  ["organisation", "Universitatea Cambridge", "Universității Cambridge"],
  ["organisation", "serviciile britanice de informații", "serviciilor britanice de informații"],
  ["organisation", "Strâmtoarea Taiwanului", "Strâmtorii Taiwanului"],
  ["organisation", "Biserica ortodoxă din Phenian", "Bisericii ortodoxe din Phenian"],
  ["organisation", "Rodong Sinmun", ""],
  ["organisation", "Wagner", ""],
  ["organisation", "NATO", ""],
  ["agreement", "pactul Ribbentrop-Molotov", "pactului Ribbentrop-Molotov"],
  ["agreement", "Pact", "Pactului"],
  ["agreement", "înțelegerea dintre Rusia și Coreea de Nord", "înțelegerii dintre Rusia și Coreea de Nord"],
];

describe("a Romanian name in the genitive and dative", () => {
  it.each(CASES)("%s %s: %s", (kind, nominative, genitive) => {
    expect(inflectRomanian(nominative, kind)).toEqual(genitive.split(", ").filter(Boolean));
  });
});
