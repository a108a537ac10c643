package dev.perfreview.server.git;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * The system as JGit may see it from here. By itself JGit runs {@code git} to find the system's configuration, and writes probes into the
 * repository and a file into the user's home to learn how fine the clock of the file system is; a reader of repositories has
 * no business to do either.
 */
final class QuietSystem extends SystemReader.Delegate {

  private static final File SYSTEM_CONFIGURATION = new File("/etc/gitconfig");

  /** Times of files are taken to be this coarse, as JGit does where it cannot measure: what is younger is read rather than trusted. */
  private static final long CLOCK_SECONDS = 2;

  private QuietSystem(SystemReader usual) {
    super(usual);
  }

  /** Makes JGit see the system like this in all of the process. */
  static synchronized void install() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem(current));
    }
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS files) {
    return SYSTEM_CONFIGURATION.isFile()
      ? new FileBasedConfig(parent, SYSTEM_CONFIGURATION, files)
      : new Nothing(parent, files);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS files) {
    File own = new File(files.userHome(), ".gitconfig");
    File shared = new File(files.userHome(), ".config/git/config");
    return new KnownClock(parent, own.isFile() ? own : shared, files);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS files) {
    return new Nothing(parent, files);
  }

  /** A configuration without a file. */
  private static final class Nothing extends FileBasedConfig {

    Nothing(Config parent, FS files) {
      super(parent, null, files);
    }

    @Override
    public void load() {
      // There is nothing to be read.
    }

    @Override
    public void save() {
      // Nothing is kept.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }
  }

  /** The user's configuration, in which JGit finds an answer to what it would measure otherwise. */
  private static final class KnownClock extends FileBasedConfig {

    KnownClock(Config parent, File file, FS files) {
      super(parent, file, files);
    }

    @Override
    public long getTimeUnit(String section, String subsection, String name, long fallback, TimeUnit unit) {
      return section.equals("filesystem") && name.equals("timestampResolution")
        ? unit.convert(CLOCK_SECONDS, TimeUnit.SECONDS)
        : super.getTimeUnit(section, subsection, name, fallback, unit);
    }
  }
}
