-- A user's configuration with nothing but this plugin in it.
vim.opt.runtimepath:append(vim.env.PERF_REVIEW_PLUGIN)
vim.opt.swapfile = false
vim.opt.shadafile = 'NONE'
