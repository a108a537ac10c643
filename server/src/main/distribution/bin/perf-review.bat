@echo off
rem Starts perf-review on the run-time image beside it. PERF_REVIEW_JAVA_OPTIONS adds options of the Java VM.
setlocal
for %%I in ("%~dp0..") do set "PERF_REVIEW_HOME=%%~fI"
set "PERF_REVIEW_CACHE=-Dperfreview.classes=uncached"
set "PERF_REVIEW_CLASSES=commands"
if "%~1"=="server" set "PERF_REVIEW_CLASSES=server"
if exist "%PERF_REVIEW_HOME%\lib\%PERF_REVIEW_CLASSES%.aot" set "PERF_REVIEW_CACHE=-XX:AOTCache=%PERF_REVIEW_HOME%\lib\%PERF_REVIEW_CLASSES%.aot"
rem A scan is not worth the second compiler; a server lives for hours. The shell's launcher says why these numbers.
set "PERF_REVIEW_TIERS=-XX:TieredStopAtLevel=1 -XX:MaxTenuringThreshold=0"
if "%~1"=="server" set "PERF_REVIEW_TIERS=-XX:+TieredCompilation -XX:Tier0InvokeNotifyFreqLog=10 -XX:Tier2InvokeNotifyFreqLog=15 -XX:Tier2BackedgeNotifyFreqLog=16 -Xmn48m -Xmx1g"
"%PERF_REVIEW_HOME%\runtime\bin\java.exe" ^
  -XX:+UseSerialGC -XX:-UsePerfData %PERF_REVIEW_TIERS% "%PERF_REVIEW_CACHE%" ^
  -Djdk.reflect.useNativeAccessorOnly=true ^
  -Xlog:disable -Xlog:all=error,aot*=off,cds*=off:stderr ^
  -Dslf4j.provider=dev.perfreview.server.logging.LoggingProvider -Dslf4j.internal.verbosity=WARN ^
  "-Dperfreview.home=%PERF_REVIEW_HOME%" ^
  %PERF_REVIEW_JAVA_OPTIONS% ^
  -jar "%PERF_REVIEW_HOME%\lib\perf-review.jar" %*
exit /b %ERRORLEVEL%
