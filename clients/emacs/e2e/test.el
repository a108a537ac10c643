;;; test.el --- What a user does in Emacs, done for real  -*- lexical-binding: t; -*-

;;; Commentary:

;; Loaded after the configuration of docs/editors/emacs.md, into an Emacs without a terminal: Eglot and Flymake need none.  What
;; Emacs does there only for a user who looks on or pauses, the helpers below do: commands end, windows are drawn, edits are sent.

;;; Code:

(require 'backtrace)
(require 'cl-lib)
(require 'ert)
(require 'flymake)

(defconst perf-review-test-workspace (file-name-as-directory (getenv "PERF_REVIEW_WORKSPACE")))
(defconst perf-review-test-hot "sglang/python/sglang/srt/mem_cache/hiradix_cache.py")

(defconst perf-review-test-patience 30
  "Seconds after which something that should happen has not.")

(defconst perf-review-test-drain
  "def drain(requests):
    queue = [request for request in requests]
    while queue:
        yield queue.pop(0)
")

(defconst perf-review-test-drain-fixed
  "from collections import deque

def drain(requests):
    queue = deque([request for request in requests])
    while queue:
        yield queue.popleft()
")

(defun perf-review-test-path (relative)
  "The file RELATIVE of the workspace."
  (expand-file-name relative perf-review-test-workspace))

(defun perf-review-test-text-of (file)
  "What FILE has on disk."
  (with-temp-buffer (insert-file-contents file) (buffer-string)))

(defun perf-review-test-be-idle ()
  "Do what Emacs does when its user pauses: end the command, take what the server says, and tell it of edits."
  (setq this-command nil)
  (run-hooks 'post-command-hook)
  ;; It takes changes of files, too, which `accept-process-output' does not.
  (read-event nil nil 0.02)
  (when-let ((server (and (eglot-managed-p) (eglot-current-server))))
    (eglot--signal-textDocument/didChange)
    ;; The jsonrpc of Emacs 28 keeps what came together with an awaited answer until more comes.
    (jsonrpc--process-filter (jsonrpc--process server) "")))

(defun perf-review-test-eventually (condition)
  "Wait until CONDITION gives something and return it, or nil when patience has an end."
  (let ((end (+ (float-time) perf-review-test-patience)) answer)
    (while (not (or (setq answer (funcall condition)) (> (float-time) end)))
      (perf-review-test-be-idle))
    answer))

(defun perf-review-test-open (relative)
  "Show the file RELATIVE of the workspace in the window, as it is on disk."
  (find-file (perf-review-test-path relative))
  (when (buffer-modified-p)
    (revert-buffer t t t))
  ;; Eglot connects when the command has ended, Flymake starts when the window was drawn.
  (perf-review-test-be-idle)
  (should (perf-review-test-eventually #'eglot-managed-p))
  (run-window-configuration-change-hook)
  (current-buffer))

(defun perf-review-test-open-with (name text)
  "Show a new file NAME of the workspace that has TEXT."
  (write-region text nil (perf-review-test-path name) nil 'silent)
  (perf-review-test-open name))

(defun perf-review-test-leave ()
  "Close the buffer without saving it."
  ;; The jsonrpc of Emacs 28 gives an error when an answer is for a buffer that is gone: Eglot asks for a hover after each fix.
  (let ((server (eglot-current-server)))
    (should (perf-review-test-eventually (lambda () (zerop (hash-table-count (jsonrpc--request-continuations server)))))))
  (set-buffer-modified-p nil)
  (kill-buffer))

(defun perf-review-test-findings (rule)
  "The Flymake diagnostics of the buffer that are about RULE."
  (cl-remove-if-not (lambda (finding) (string-match-p (format "\\[%s\\]" rule) (flymake-diagnostic-text finding)))
                    (flymake-diagnostics)))

(defun perf-review-test-wait-for (rule &optional type)
  "Wait for a finding of RULE, of TYPE if that is given; put point on it and return it."
  (let ((finding
         (perf-review-test-eventually
          (lambda ()
            (cl-find-if (lambda (one) (or (not type) (eq type (flymake-diagnostic-type one))))
                        (perf-review-test-findings rule))))))
    (should finding)
    (goto-char (flymake-diagnostic-beg finding))
    finding))

(defun perf-review-test-wait-for-none (rule)
  "Wait until no finding of RULE is left."
  (should (perf-review-test-eventually (lambda () (null (perf-review-test-findings rule))))))

(defun perf-review-test-choose (title)
  "Ask for code actions at point and choose the one whose title matches TITLE; return the titles of all."
  (let ((last-nonmenu-event t) offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq offered (mapcar #'car items))
                 (cl-find-if (lambda (item) (string-match-p title item)) offered))))
      (call-interactively #'eglot-code-actions))
    offered))

(ert-deftest perf-review-01-findings ()
  "A finding has its text, severity and place, and is drawn"
  (perf-review-test-open perf-review-test-hot)
  (let ((finding (perf-review-test-wait-for "list-pop-front")))
    (should (eq 'eglot-error (flymake-diagnostic-type finding)))
    (should (string-match-p "ack_write_queue" (flymake-diagnostic-text finding)))
    (should (string-match-p "runs on every scheduler step" (flymake-diagnostic-text finding)))
    (should (equal "self.ack_write_queue.pop(0)"
                   (buffer-substring-no-properties
                    (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))))
    (should (equal (save-excursion
                     (goto-char (point-min))
                     (search-forward "self.ack_write_queue.pop(0)")
                     (line-number-at-pos))
                   (line-number-at-pos (flymake-diagnostic-beg finding))))
    (should (cl-some (lambda (overlay) (eq finding (overlay-get overlay 'flymake-diagnostic))) (overlays-at (point))))))

(ert-deftest perf-review-02-quiet-findings ()
  "What matters less is a warning or a note"
  (perf-review-test-open "sglang/python/sglang/srt/managers/scheduler.py")
  (perf-review-test-wait-for "eager-log-formatting")
  (should-not (cl-find 'eglot-error (flymake-diagnostics) :key #'flymake-diagnostic-type)))

(ert-deftest perf-review-03-rust ()
  "The same server reviews Rust, beside Python"
  (let ((server (with-current-buffer (perf-review-test-open perf-review-test-hot) (eglot-current-server))))
    (perf-review-test-open "dynamo/lib/kv-router/src/indexer.rs")
    (should (eq 'rust-mode major-mode))
    (should (eq server (eglot-current-server)))
    (should (string-match-p "block_hashes\\.contains(block)"
                            (flymake-diagnostic-text (perf-review-test-wait-for "linear-scan"))))))

(ert-deftest perf-review-04-hover ()
  "The page of the rule is in the documentation buffer"
  (perf-review-test-open perf-review-test-hot)
  (perf-review-test-wait-for "list-pop-front")
  (eldoc-print-current-symbol-info t)
  (should (perf-review-test-eventually
           (lambda ()
             ;; There is none before the answer has come.
             (when-let ((window (ignore-errors (eldoc-doc-buffer))))
               (with-current-buffer (window-buffer window)
                 (string-match-p "Why it is slow" (buffer-string))))))))

(ert-deftest perf-review-05-typing ()
  "Typing moves a finding and takes it away, and undo brings it back"
  (perf-review-test-open perf-review-test-hot)
  (perf-review-test-wait-for "list-pop-front")
  (let ((line (line-number-at-pos)))
    (save-excursion
      ;; Emacs counts characters, the protocol counts the halves of the last one.
      (beginning-of-line-text)
      (insert "\"\N{GRINNING FACE}\"; ")
      (goto-char (point-min))
      (insert "# Another line, in front of all.\n"))
    (should (perf-review-test-eventually
             (lambda ()
               (let ((finding (car (perf-review-test-findings "list-pop-front"))))
                 (and finding
                      (= (1+ line) (line-number-at-pos (flymake-diagnostic-beg finding)))
                      (equal "self.ack_write_queue.pop(0)"
                             (buffer-substring-no-properties
                              (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding)))))))))
  (perf-review-test-wait-for "list-pop-front")
  (undo-boundary)
  (kill-line)
  (perf-review-test-wait-for-none "list-pop-front")
  (undo-boundary)
  (undo)
  (perf-review-test-wait-for "list-pop-front")
  (perf-review-test-leave))

(ert-deftest perf-review-06-quick-fix ()
  "The quick fix makes the text that it promises, and the finding goes"
  (perf-review-test-open-with "quick_fix.py" perf-review-test-drain)
  (perf-review-test-wait-for "list-pop-front")
  (let ((offered (perf-review-test-choose "deque")))
    (should (member "Ignore `list-pop-front` here" offered))
    (should (member "Ignore `list-pop-front` in this file" offered)))
  (should (equal perf-review-test-drain-fixed (buffer-string)))
  (perf-review-test-wait-for-none "list-pop-front")
  (perf-review-test-leave))

(ert-deftest perf-review-07-ignore-here ()
  "\"Ignore here\" writes its comment, and the finding goes"
  (perf-review-test-open-with "ignore_here.py" perf-review-test-drain)
  (perf-review-test-wait-for "list-pop-front")
  (perf-review-test-choose "Ignore .* here")
  (should (string-match-p "# perf: ignore\\[list-pop-front\\]" (buffer-string)))
  (perf-review-test-wait-for-none "list-pop-front")
  (perf-review-test-leave))

(ert-deftest perf-review-08-fix-all ()
  "The command of the documentation applies the safe fixes"
  (perf-review-test-open-with "fix_all.py" perf-review-test-drain)
  (perf-review-test-wait-for "list-pop-front")
  (call-interactively #'perf-review-fix-all)
  (should (equal perf-review-test-drain-fixed (buffer-string)))
  (perf-review-test-wait-for-none "list-pop-front")
  (perf-review-test-leave))

(ert-deftest perf-review-09-settings ()
  "Other settings reach the running server"
  (perf-review-test-open perf-review-test-hot)
  (perf-review-test-wait-for "list-pop-front" 'eglot-error)
  (setq-default eglot-workspace-configuration '(:perfReview (:maxSeverity "warning")))
  (unwind-protect
      (progn
        (call-interactively #'eglot-signal-didChangeConfiguration)
        (perf-review-test-wait-for "list-pop-front" 'eglot-warning))
    (setq-default eglot-workspace-configuration nil))
  (call-interactively #'eglot-signal-didChangeConfiguration)
  (perf-review-test-wait-for "list-pop-front" 'eglot-error))

(ert-deftest perf-review-10-configuration-file ()
  "A change of perf-review.toml on disk is noticed"
  (perf-review-test-open perf-review-test-hot)
  (perf-review-test-wait-for "list-pop-front" 'eglot-error)
  (should (perf-review-test-eventually (lambda () (cl-plusp (hash-table-count (eglot--file-watches (eglot-current-server)))))))
  (let* ((file (perf-review-test-path "perf-review.toml"))
         (before (perf-review-test-text-of file)))
    (write-region (concat "max-severity = \"hint\"\n" before) nil file nil 'silent)
    (perf-review-test-wait-for "list-pop-front" 'eglot-note)
    (write-region before nil file nil 'silent)
    (perf-review-test-wait-for "list-pop-front" 'eglot-error)))

(ert-deftest perf-review-11-crash ()
  "A server that was killed comes back, and so do the findings"
  (perf-review-test-open perf-review-test-hot)
  (perf-review-test-wait-for "list-pop-front")
  (let ((server (eglot-current-server)))
    ;; Eglot gives up on a server that did not last some seconds.
    (should (perf-review-test-eventually (lambda () (not (eglot--inhibit-autoreconnect server)))))
    (signal-process (jsonrpc--process server) 'KILL)
    (should (perf-review-test-eventually
             (lambda () (and (eglot-managed-p) (eglot-current-server) (not (eq server (eglot-current-server)))))))
    (should (jsonrpc-running-p (eglot-current-server)))
    (perf-review-test-wait-for "list-pop-front" 'eglot-error)))

(ert-deftest perf-review-12-end ()
  "The server answers that it ends, and is gone"
  (perf-review-test-open perf-review-test-hot)
  (let* ((server (eglot-current-server))
         (process (jsonrpc--process server))
         (events (jsonrpc-events-buffer server)))
    (eglot-shutdown server nil perf-review-test-patience 'preserve-buffers)
    (should (perf-review-test-eventually (lambda () (not (process-live-p process)))))
    (should-not (eglot-current-server))
    (should-not (perf-review-test-findings "list-pop-front"))
    (with-current-buffer events
      (goto-char (point-min))
      (should (re-search-forward "^\\[client-request\\] (id:\\([0-9]+\\)).*\n(.*:method \"shutdown\""))
      (should (re-search-forward (format "^\\[server-reply\\] (id:%s)" (match-string 1)))))))

(defun perf-review-test-listen (event &rest arguments)
  "Print how a test went, with the reason when it failed: EVENT and ARGUMENTS are ERT's."
  (when (eq event 'test-ended)
    (cl-destructuring-bind (_stats test result) arguments
      (princ (format "%s %s (%.1f s)\n" (if (ert-test-result-expected-p test result) "ok     " "FAILED ")
                     (ert-test-documentation test) (ert-test-result-duration result)))
      (when (ert-test-result-with-condition-p result)
        (princ (format "        %S\n" (ert-test-result-with-condition-condition result)))
        ;; Into the messages, which are shown when a test failed.
        (message "%s" (backtrace-to-string (ert-test-result-with-condition-backtrace result)))))))

(defun perf-review-test-run ()
  "Run all tests, print how they went, and end Emacs."
  (princ (format "== Emacs %s, Eglot %s\n" emacs-version
                 (package-version-join (package-desc-version (cadr (assq 'eglot package-alist))))))
  (let* ((stats (ert-run-tests "^perf-review-" #'perf-review-test-listen))
         (failed (ert-stats-completed-unexpected stats)))
    (princ (format "%d passed, %d failed\n" (ert-stats-completed-expected stats) failed))
    (kill-emacs (if (zerop failed) 0 1))))

;;; test.el ends here
