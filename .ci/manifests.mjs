// Validates every object of a file of manifests against the schemas of kubernetes-models. It must lie beside the
// modules, which are ES modules and are found from where it is: node FOLDER/manifests.mjs FILE
import { readFileSync } from "node:fs";
import yaml from "js-yaml";

const [file] = process.argv.slice(2);
let bad = 0, good = 0;
for (const object of yaml.loadAll(readFileSync(file, "utf8"))) {
  const module = await import(`kubernetes-models/${object.apiVersion}/${object.kind}`);
  try {
    new module[object.kind](object).validate();
    good++;
  } catch (error) {
    bad++;
    console.log(`${object.kind}/${object.metadata?.name}: ${error.message}`);
  }
}
if (good + bad === 0) console.log(`${file} holds no object`);
process.exit(bad === 0 && good > 0 ? 0 : 1);
