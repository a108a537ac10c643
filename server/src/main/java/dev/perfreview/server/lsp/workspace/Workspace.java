package dev.perfreview.server.lsp.workspace;

import dev.perfreview.server.configuration.Configuration;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/** The client's folders and the settings that hold in them. Changed by the reader thread, read by all. */
public final class Workspace {

  private volatile Folders folders;

  /** The workspace of a session that starts. */
  public Workspace(Folders folders) {
    this.folders = folders;
  }

  /** Takes a change of the folders. */
  public void change(WorkspaceFoldersChangeEvent event) {
    folders = folders.after(event);
  }

  /** Whether the client's settings are known. */
  public boolean ready() {
    return true;
  }

  /** The path of a document from its folder, which decides its heat. */
  public String pathOf(String uri) {
    return folders.pathOf(uri);
  }

  /** The settings that hold for a document. */
  public Configuration configurationOf(String uri) {
    return Configuration.standard();
  }
}
