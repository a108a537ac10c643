/** What the server reviews: files on this machine, texts that were never saved, and the Python cells of notebooks. */
export const REVIEWED_DOCUMENTS: { language: string; scheme: string }[] = [
  { language: "python", scheme: "file" },
  { language: "python", scheme: "untitled" },
  { language: "python", scheme: "vscode-notebook-cell" },
  { language: "rust", scheme: "file" },
  { language: "rust", scheme: "untitled" },
];
