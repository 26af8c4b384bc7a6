@echo off
rem Runs Vigie from a checkout on Windows: builds it on first use, then starts the built copy. Needs Maven and JDK 25.
setlocal
set "BUILT=%~dp0dist\target\vigie"
if not exist "%BUILT%\lib" (
  echo vigie: building, this takes a minute or two... 1>&2
  pushd "%~dp0"
  call mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl dist -am package 1>&2
  popd
)
if not exist "%BUILT%\lib" exit /b 3
call "%BUILT%\bin\vigie.cmd" %*
exit /b %ERRORLEVEL%
