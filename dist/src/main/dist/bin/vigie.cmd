@echo off
rem Starts Vigie on Windows with the JDK 25 found in JAVA_HOME or on the PATH.
setlocal
set "VIGIE_HOME=%~dp0.."
set "VIGIE_JAVA=java"
if defined JAVA_HOME set "VIGIE_JAVA=%JAVA_HOME%\bin\java"
if exist "%VIGIE_HOME%\runtime\bin\java.exe" set "VIGIE_JAVA=%VIGIE_HOME%\runtime\bin\java"
"%VIGIE_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Dstdout.encoding=UTF-8 %VIGIE_JAVA_OPTS% -jar "%VIGIE_HOME%\lib\vigie-apps-${project.version}.jar" %*
exit /b %ERRORLEVEL%
