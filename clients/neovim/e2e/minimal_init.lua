-- A user's configuration with nothing but this plugin in it, and no plugin manager.
vim.cmd('set runtimepath+=' .. vim.fn.fnameescape(vim.env.PERF_REVIEW_PLUGIN))
vim.opt.swapfile = false
vim.opt.shadafile = 'NONE'
