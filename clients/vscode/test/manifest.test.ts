import assert from "node:assert/strict";
import * as fs from "node:fs";
import { test } from "node:test";
import { OWN_COMMANDS } from "../src/commandIds";

interface Manifest {
  readonly contributes: {
    readonly commands: { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Record<
        string,
        { readonly markdownDescription?: string; readonly default?: unknown }
      >;
    };
    readonly walkthroughs: {
      readonly steps: { readonly description: string; readonly media: { readonly image: string } }[];
    }[];
  };
}

const manifest = JSON.parse(fs.readFileSync("package.json", "utf8")) as Manifest;
const readme = fs.readFileSync("README.md", "utf8");
const { commands, configuration, walkthroughs } = manifest.contributes;

test("the commands of the manifest are those that the extension registers", () => {
  assert.deepEqual(commands.map(({ command }) => command).sort(), [...OWN_COMMANDS].sort());
});

test("the README tells of each command", () => {
  for (const { title } of commands) {
    assert.ok(readme.includes(`**${title}**`), title);
  }
});

test("each setting has a description and a default, and stands in the README", () => {
  for (const [name, setting] of Object.entries(configuration.properties)) {
    assert.ok(setting.markdownDescription?.endsWith(".") === true, name);
    assert.notEqual(setting.default, undefined, name);
    assert.ok(readme.includes(`\`${name}\``), name);
  }
});

test("the walkthrough shows pictures that are there and runs commands that are there", () => {
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  assert.ok(steps.length > 0);
  for (const { description, media } of steps) {
    assert.ok(fs.existsSync(media.image), media.image);
    for (const [, command = ""] of description.matchAll(/\(command:(perfReview\.\w+)\)/g)) {
      assert.ok(OWN_COMMANDS.includes(command), command);
    }
  }
});
