/** What the server reviews: files on this machine and texts that were never saved. */
export const REVIEWED_DOCUMENTS: { language: string; scheme: string }[] = ["python", "rust"].flatMap(
  (language) => ["file", "untitled"].map((scheme) => ({ language, scheme })),
);
