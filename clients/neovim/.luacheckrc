-- Neovim's Lua is LuaJIT, and `vim` is all that it adds. Plugins set options and functions of it (`vim.opt.x`, `vim.notify`).
std = 'luajit'
globals = { 'vim' }
max_line_length = 140
