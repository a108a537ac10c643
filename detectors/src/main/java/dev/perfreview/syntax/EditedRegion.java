package dev.perfreview.syntax;

/** The smallest region of a text that holds all that edits changed, one after the other. */
final class EditedRegion {

  /** How many units, old or new, one place has at most: some lines that a person is working on. */
  private static final int LARGEST_PLACE = 128;

  private int start;
  private int end;
  private int deleted;
  private boolean empty = true;

  /** Adds an edit of the text that the last one left. */
  void add(TextEdit edit) {
    int editStart = edit.range().start();
    int editEnd = edit.range().end();
    deleted += edit.range().length();
    int grown = edit.replacement().length() - edit.range().length();
    start = empty ? editStart : Math.min(start, editStart);
    end = (empty ? editEnd : Math.max(end, editEnd)) + grown;
    empty = false;
  }

  /** The first UTF-16 offset that an edit may have changed, in the text before as in the text after. */
  int start() {
    return start;
  }

  /** The UTF-16 offset in the text after the edits from which on it is as it was. */
  int end() {
    return end;
  }

  /** Whether the edits were all about one small place. */
  boolean isOnePlace() {
    return end - start <= LARGEST_PLACE && deleted <= LARGEST_PLACE;
  }
}
