-- The user command. Nothing else happens before setup() or vim.lsp.enable().
if vim.g.loaded_perf_review then
  return
end
vim.g.loaded_perf_review = true

local subcommands = {
  fix = function()
    require('perf_review').fix_all()
  end,
  restart = function()
    require('perf_review').restart()
  end,
  log = function()
    vim.cmd.tabnew(vim.fn.fnameescape(vim.lsp.get_log_path()))
  end,
}

vim.api.nvim_create_user_command('PerfReview', function(command)
  local run = subcommands[command.args]
  if not run then
    vim.notify(('perf-review: there is no :PerfReview %s'):format(command.args), vim.log.levels.ERROR)
    return
  end
  run()
end, {
  nargs = 1,
  desc = 'Apply all safe fixes, restart the server, or show the log',
  complete = function(beginning)
    local names = vim.tbl_filter(function(name)
      return vim.startswith(name, beginning)
    end, vim.tbl_keys(subcommands))
    table.sort(names)
    return names
  end,
})
