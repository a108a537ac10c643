package dev.perfreview.rule;

/** Whether a rule's findings come with fixes. The fixture tests hold a rule to what it declares. */
public enum FixAvailability {
  /** Never. */
  NONE,
  /** For some findings. */
  SOMETIMES,
  /** For each finding. */
  ALWAYS,
}
